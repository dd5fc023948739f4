"""Pages: authorise, parse, one use case or one query, render."""
