"""Days known roughly, terms as the law counts them, calendars of working days."""
