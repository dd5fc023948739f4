"""Scans and photographs to clean pages and their words: a child without rights parses, Tesseract reads.

`scanning.look` gives pages, `pdf.write_pdf` one PDF of them. Nothing is imported here: the child starts fast.
"""
