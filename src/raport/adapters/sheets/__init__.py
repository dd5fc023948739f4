"""Spreadsheets of others, read; tables of ours, written so that no cell is ever taken for a formula."""

from raport.adapters.sheets.reading import Sheet, read_sheet
from raport.adapters.sheets.writing import safe, write_xlsx

__all__ = ["Sheet", "read_sheet", "safe", "write_xlsx"]
