"""The terminal: read the arguments, call one use case, print what it says."""


def main() -> int:
    """Run the command line and return the exit status."""
    return 0
