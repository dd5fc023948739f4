"""The record: events as they were told, with their sources; never edited, only added to."""
