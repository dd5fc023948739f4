"""A file that was read into plain values, and where each of them stands in it."""

from raport.documents.document import Document, Path
from raport.documents.fields import Fields, Problems

__all__ = ["Document", "Fields", "Path", "Problems"]
