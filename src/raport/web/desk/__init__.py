"""The desk: inbox, docket, cases, on one machine, over one vault."""
