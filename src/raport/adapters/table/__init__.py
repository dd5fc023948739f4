"""Tables of events from disk (CSV, Parquet), and what is said of each filing to disk again.

Needs numpy and pyarrow, which come with the extra `table`.
"""

from raport.adapters.table.mapping import TableMap, jurisdiction_of, load_map, read_map
from raport.adapters.table.reading import TableRead, read_table
from raport.adapters.table.unread import Done, Unread

__all__ = [
    "Done",
    "TableMap",
    "TableRead",
    "Unread",
    "jurisdiction_of",
    "load_map",
    "read_map",
    "read_table",
]
