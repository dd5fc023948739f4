"""What a log of the desk may hold: never a name, an address or a word that somebody wrote."""

import logging
import re


class OnlyIds(logging.Formatter):
    """Lines of a log hold a time, a level, the place in our code and the kind of error: never what was
    said.
    """

    def format(self, record: logging.LogRecord) -> str:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "-"
        place = f"{record.module}:{record.lineno}"
        status = getattr(record, "status_code", "-")
        when = self.formatTime(record)
        return re.sub(r"\s+", " ", f"{when} {record.levelname} {record.name} {place} {kind} {status}")
