"""The clocks of many filings at once, in columns: what the one-case engine gives, for tables of events."""

from raport.assess.columns.carried import not_carried
from raport.assess.columns.columns import ClockColumns, Columns, DueColumn, run_columns
from raport.assess.columns.days import GAP, OPEN_END, OPEN_START, Spans
from raport.assess.columns.states import BITS, CERTAINTIES
from raport.assess.columns.table import EventTable, Form, plain_event, plain_filing, table_of

__all__ = [
    "BITS",
    "CERTAINTIES",
    "GAP",
    "OPEN_END",
    "OPEN_START",
    "ClockColumns",
    "Columns",
    "DueColumn",
    "EventTable",
    "Form",
    "Spans",
    "not_carried",
    "plain_event",
    "plain_filing",
    "run_columns",
    "table_of",
]
