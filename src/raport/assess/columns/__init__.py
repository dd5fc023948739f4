"""The clocks of many filings at once, in columns: what the one-case engine gives, for tables of events."""

from raport.assess.clocks import BITS
from raport.assess.columns.breaches import BreachColumns, breaches_of, may_be_breached, without
from raport.assess.columns.carried import not_carried
from raport.assess.columns.cases import case_of
from raport.assess.columns.columns import Columns, doubted, run_columns
from raport.assess.columns.days import GAP, OPEN_END, OPEN_START, Spans
from raport.assess.columns.kept import ClockColumns, DueColumn
from raport.assess.columns.likeness import Alike, alike, judged, spread
from raport.assess.columns.states import CERTAINTIES
from raport.assess.columns.table import EventTable, Form, plain_event, plain_filing, table_of
from raport.assess.columns.tally import Ending, Standing, Summary, count_breaches, count_states, first_to_end

__all__ = [
    "BITS",
    "CERTAINTIES",
    "GAP",
    "OPEN_END",
    "OPEN_START",
    "Alike",
    "BreachColumns",
    "ClockColumns",
    "Columns",
    "DueColumn",
    "Ending",
    "EventTable",
    "Form",
    "Spans",
    "Standing",
    "Summary",
    "alike",
    "breaches_of",
    "case_of",
    "count_breaches",
    "count_states",
    "doubted",
    "first_to_end",
    "judged",
    "may_be_breached",
    "not_carried",
    "plain_event",
    "plain_filing",
    "run_columns",
    "spread",
    "table_of",
    "without",
]
