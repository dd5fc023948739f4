"""A case is a list of dated, sourced events; the law is data; everything else is derived, and says why."""

from importlib.metadata import version

__version__ = version("raport")
