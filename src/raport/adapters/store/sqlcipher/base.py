"""The backend itself. Its key comes from `OPTIONS["key"]`, a callable that gives 32 bytes or raises.

The key is raw (`PRAGMA key = "x'...'"`), so that opening a connection derives nothing; what makes it hard to
guess is the passphrase file round it. Write-ahead log and `synchronous = FULL`: one sync a commit, and what
was acknowledged outlives a crash.
"""

import datetime as dt
import decimal
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import tee
from typing import Any

from django.db.backends.sqlite3 import base as django_sqlite
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

_KEY_BYTES = 32


def _decoded(parse: Callable[[str], object]) -> Callable[[bytes], object]:
    return lambda value: parse(value.decode())


dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", _decoded(parse_date))
dbapi2.register_converter("time", _decoded(parse_time))
dbapi2.register_converter("datetime", _decoded(parse_datetime))
dbapi2.register_converter("timestamp", _decoded(parse_datetime))
dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(dt.date, dt.date.isoformat)
dbapi2.register_adapter(dt.datetime, lambda value: value.isoformat(" "))


class Connection(dbapi2.Connection):  # type: ignore[misc] # it ships no types
    """A connection with the one method that Django asks for and sqlcipher3 lacks."""

    def getlimit(self, category: int) -> int:
        """The limits that SQLCipher is compiled with: SQLite's defaults."""
        return {sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 32766, sqlite3.SQLITE_LIMIT_COLUMN: 2000}[category]


class Cursor(dbapi2.Cursor):  # type: ignore[misc] # it ships no types
    """Django's `%s` become SQLite's `?`, as in its own cursor."""

    convert_query = django_sqlite.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> "Cursor":
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Sequence[Any]]) -> "Cursor":
        peekable, rest = tee(iter(param_list))
        first = next(peekable, None)
        names = list(first) if isinstance(first, Mapping) else None
        return super().executemany(self.convert_query(query, param_names=names), rest)


class DatabaseWrapper(django_sqlite.DatabaseWrapper):
    """One sealed database file."""

    Database = dbapi2
    vendor = "sqlite"
    display_name = "SQLCipher"

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        params["detect_types"] = dbapi2.PARSE_DECLTYPES | dbapi2.PARSE_COLNAMES
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection:
        key: bytes = conn_params.pop("key")()
        assert len(key) == _KEY_BYTES
        connection = dbapi2.connect(**conn_params, factory=Connection)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        register_functions(connection)
        for pragma in (
            "foreign_keys = ON",
            "legacy_alter_table = OFF",
            "journal_mode = WAL",
            "synchronous = FULL",
            "secure_delete = ON",
            "temp_store = MEMORY",
            "trusted_schema = OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def create_cursor(self, name: str | None = None) -> Cursor:  # noqa: ARG002 - as Django calls it
        return self.connection.cursor(factory=Cursor)

    def is_in_memory_db(self) -> bool:
        return False
