"""Scans and photographs to clean pages and their words: a child without rights parses, Tesseract reads."""

from raport.adapters.ocr.machine import NoReaderError
from raport.adapters.ocr.pdf import write_pdf
from raport.adapters.ocr.scanning import Clean, Source, Unread, look

__all__ = ["Clean", "NoReaderError", "Source", "Unread", "look", "write_pdf"]
