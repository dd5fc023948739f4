"""A day told by another event's, as one line and as the table it is written as."""


def relative_text(side: str, anchor: str, by: str) -> str:
    """A day told by another's, in one line: "P6M~ before e0", "after f1"."""
    return f"{by} {side} {anchor}".strip()


def relative_parts(said: str) -> dict[str, str]:
    """The table of which `relative_text` made the line; empty where it is another kind of day."""
    match said.split(" "):
        case ["before" | "after" as side, anchor]:
            return {side: anchor}
        case [by, "before" | "after" as side, anchor]:
            return {side: anchor, "by": by}
        case _:
            return {}
