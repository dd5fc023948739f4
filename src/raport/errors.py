"""What a caller is expected to handle."""


class RaportError(Exception):
    """The world is wrong (a file, a pack, an answer), not the program; the shell shows it and goes on."""
