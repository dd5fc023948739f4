"""A case is a list of dated, sourced events; the law is data; everything else is derived, and says why."""

from typing import Any


def __getattr__(name: str) -> Any:
    """`__version__`, looked up where it is asked for: the children that parse files start without it."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import version  # noqa: PLC0415 - slower to load than all a child needs

    return version("raport")
