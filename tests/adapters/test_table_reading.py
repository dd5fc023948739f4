"""Tables from disk: what a map says is what is read, in either format; days are never guessed."""

import csv
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.adapters.table import Done, TableRead, read_map, read_table
from raport.adapters.table.coding import combine
from raport.adapters.table.days import read_days, wrong_type
from raport.adapters.table.forms import FORMS, DayForm, pattern_of
from raport.adapters.toml import read_toml
from raport.dates import Span, read_span
from raport.errors import BadInput
from raport.law import Pack
from tests.core.assess.worlds import ANSWERING, WORDS, world

PACK = world(ANSWERING)
MAP = """
raport = 1
[filing]
kind = "zub"
[event]
filing = { column = "paper" }
on = { column = "day", as = "edtf" }
kind = { column = "what" }
"""


def read(path: Path, map_: str = MAP, pack: Pack = PACK) -> TableRead:
    return read_table(
        path, read_map(read_toml("map.toml", map_.encode()), pack), pack, lambda *_: lambda _: None
    )


def written(path: Path, head: str, *rows: str) -> Path:
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return path


def events(table: TableRead) -> list[tuple[str, str, dict[str, str], Span, int]]:
    """The events of a table: their filing, kind, fields, days and row."""
    t = table.events
    return [
        (
            table.names[t.filing[n]],
            t.shapes[t.shape[n]].kind,
            dict(t.shapes[t.shape[n]].fields),
            Span(date.fromordinal(t.earliest[n].item()), date.fromordinal(t.latest[n].item())),
            int(table.rows[n]),
        )
        for n in range(len(t.filing))
    ]


# --- days -------------------------------------------------------------------------------------------------

DAY = Span.on(date(2026, 1, 5))
SECONDS = int(datetime(2026, 1, 4, 21, 30, tzinfo=UTC).timestamp())
CELLS = [
    ("day", "", "2026-01-05", DAY),
    ("edtf", "", "2026-01-05", DAY),
    ("edtf", "", "2026-01", read_span("2026-01")),
    ("edtf", "", "2026-01-05/..", read_span("2026-01-05/..")),
    ("timestamp", "", "2026-01-05T23:59:59+09:00", DAY),
    ("timestamp", "", "2026-01-05 00:00", DAY),
    ("timestamp", "", "2026-01-05", DAY),
    ("timestamp", "Europe/Moscow", "2026-01-04T21:30:00Z", DAY),
    ("timestamp", "Europe/Moscow", "2026-01-05T23:30:00+03:00", DAY),
    ("yyyymmdd", "", "20260105", DAY),
    ("excel-days", "", "46027", DAY),
    ("unix-days", "", "20458", DAY),
    ("unix-seconds", "Europe/Moscow", str(SECONDS), DAY),
    ("DD.MM.YYYY", "", "05.01.2026", DAY),
    ("DD.MM.YYYY", "", "5.1.2026", DAY),
    ("MM/DD/YYYY", "", "01/05/2026", DAY),
]
BAD_CELLS = [
    ("day", "", "2026-02-29"),
    ("day", "", "20260105"),
    ("day", "", "2026-1-5"),
    ("day", "", "2026-W01-1"),
    ("day", "", "2026-01-05T10:00"),
    ("edtf", "", "05.01.2026"),
    ("timestamp", "", "2026-01-05T25:00"),
    ("timestamp", "", "20260105T1000"),
    ("timestamp", "Europe/Moscow", "2026-01-05T10:00"),
    ("yyyymmdd", "", "2026-01-05"),
    ("yyyymmdd", "", "20261305"),
    ("excel-days", "", "60"),
    ("excel-days", "", "46027.5"),
    ("unix-days", "", "999999999999"),
    ("unix-seconds", "UTC", "9" * 19),
    ("DD.MM.YYYY", "", "31.02.2026"),
    ("DD.MM.YYYY", "", "05-01-2026"),
    ("DD.MM.YYYY", "", "05.01.26"),
]


def one_day(name: str, zone: str, cell: Any, type_: Any = None) -> tuple[Span, int]:
    cells = read_days(pa.array([cell], type_ or pa.string()), DayForm(name, zone, unknown=False))
    span = Span(date.fromordinal(cells.earliest[0].item()), date.fromordinal(cells.latest[0].item()))
    return span, len(cells.bad)


@pytest.mark.parametrize(("name", "zone", "cell", "expected"), CELLS)
def test_a_cell_is_read_as_the_map_says(name: str, zone: str, cell: str, expected: Span) -> None:
    assert one_day(name, zone, f" {cell} ") == (expected, 0)


@pytest.mark.parametrize(("name", "zone", "cell"), BAD_CELLS)
def test_a_cell_of_another_form_may_have_been_any_day_and_is_told(name: str, zone: str, cell: str) -> None:
    assert one_day(name, zone, cell) == (Span.unknown(), 1)


def test_every_form_has_a_cell_here() -> None:
    assert {name for name, *_ in CELLS} >= set(FORMS)
    assert all(pattern_of(name) for name, *_ in CELLS if name not in FORMS)


TYPED: list[tuple[str, str, Any, Any]] = [
    ("day", "", date(2026, 1, 5), pa.date32()),
    ("day", "", date(2026, 1, 5), pa.date64()),
    ("edtf", "", date(2026, 1, 5), pa.date32()),
    ("timestamp", "", datetime(2026, 1, 5, 23, 59, 59), pa.timestamp("us")),
    ("timestamp", "Europe/Moscow", datetime(2026, 1, 4, 21, 30, tzinfo=UTC), pa.timestamp("ns", "UTC")),
    ("timestamp", "Europe/Moscow", datetime(2026, 1, 4, 21, 30, tzinfo=UTC), pa.timestamp("s", "Asia/Tokyo")),
    ("yyyymmdd", "", 20260105, pa.int32()),
    ("unix-days", "", 20458, pa.int64()),
    ("unix-seconds", "Europe/Moscow", SECONDS, pa.int64()),
]


@pytest.mark.parametrize(("name", "zone", "value", "type_"), TYPED)
def test_days_of_the_file_s_own_type_are_taken_as_such(name: str, zone: str, value: Any, type_: Any) -> None:
    form = DayForm(name, zone, unknown=False)

    assert wrong_type(type_, form) == ""
    assert one_day(name, zone, value, type_) == (DAY, 0)
    assert read_days(pa.array([None], type_), form).earliest.tolist() == [0]  # empty, and no mistake yet


@pytest.mark.parametrize(
    ("name", "zone", "type_", "help_"),
    [
        ("day", "", pa.int64(), "unix-days"),
        ("day", "", pa.timestamp("s"), 'as = "timestamp"'),
        ("timestamp", "", pa.timestamp("s", "UTC"), "zone ="),
        ("timestamp", "Europe/Moscow", pa.timestamp("s"), "leave `zone` out"),
        ("yyyymmdd", "", pa.date32(), 'as = "day"'),
        ("day", "", pa.float64(), "texts, dates, timestamps or whole numbers"),
        ("edtf", "", pa.dictionary(pa.int8(), pa.int64()), "unix-days"),
    ],
)
def test_a_column_of_another_type_is_refused_with_what_helps(
    name: str, zone: str, type_: Any, help_: str
) -> None:
    assert help_ in wrong_type(type_, DayForm(name, zone, unknown=False))


@given(
    st.lists(
        st.one_of(st.none(), st.dates().map(str), st.sampled_from(["x", "2026-02-30", " "])), max_size=20
    )
)
def test_of_many_cells_each_is_read_as_if_it_stood_alone(cells: list[str | None]) -> None:
    found = read_days(pa.array(cells, pa.string()), DayForm("day", "", unknown=False))
    bad = sorted(row for one in found.bad for row in one.rows.tolist())

    for n, cell in enumerate(cells):
        if cell is None or not cell.strip():
            assert found.earliest[n] == found.latest[n] == 0
            continue
        span, wrong = one_day("day", "", cell)
        assert (found.earliest[n], found.latest[n]) == (span.earliest.toordinal(), span.latest.toordinal())
        assert (n in bad) == bool(wrong)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1), st.sampled_from([4, 1 << 23]))
def test_columns_of_codes_are_joined_without_loss(rows: list[tuple[int, int]], size: int) -> None:
    columns = [np.array(c, dtype=np.int32) for c in zip(*rows, strict=True)]

    codes, told = combine([(columns[0], size), (columns[1], 3)])

    assert [told[c] for c in codes.tolist()] == rows
    assert len(set(told)) == len(told) == len(set(rows))


# --- rows -------------------------------------------------------------------------------------------------


def test_events_of_one_filing_come_together_and_keep_their_rows(tmp_path: Path) -> None:
    path = written(
        tmp_path / "t.csv",
        "paper,what,day",
        "a,gab,2019-01-01",
        "b,gab,2019-01-02",
        "a,buk,2019-02",
        "b,sag,..",
    )

    found = read(path)

    assert events(found) == [
        ("a", "gab", {}, Span.on(date(2019, 1, 1)), 2),
        ("a", "buk", {}, read_span("2019-02"), 4),
        ("b", "gab", {}, Span.on(date(2019, 1, 2)), 3),
        ("b", "sag", {}, Span.unknown(), 5),
    ]
    assert found.unread == ()


def test_csv_and_parquet_hold_the_same(tmp_path: Path) -> None:
    rows = [("7", "gab", "2019-01-01"), ("7", "sag", "2019-02-01"), ("8", "kam", "2019-02-01"), ("8", "", "")]
    head = ("paper", "what", "day")
    with (tmp_path / "t.csv").open("w", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    days = [date.fromisoformat(d) if d else None for _, _, d in rows]
    table = pa.table(
        {
            "paper": pa.array([int(p) for p, _, _ in rows], pa.int16()),
            "what": pa.array([w or None for _, w, _ in rows]).dictionary_encode(),
            "day": pa.array(days, pa.date32()),
        }
    )
    pa.parquet.write_table(table, tmp_path / "t.parquet")
    map_ = MAP.replace("edtf", "day")

    one, other = read(tmp_path / "t.csv", map_), read(tmp_path / "t.parquet", map_)

    assert [e[:4] for e in events(one)] == [e[:4] for e in events(other)]
    assert [e[4] for e in events(one)] == [e[4] + 1 for e in events(other)] == [2, 3, 4]  # the head is row 1
    assert [(u.found, u.count) for u in one.unread] == [(u.found, u.count) for u in other.unread]


def test_two_columns_are_the_first_and_last_day(tmp_path: Path) -> None:
    path = written(
        tmp_path / "t.csv", "paper,what,from,to", "a,gab,2019-01-01,2019-01-03", "a,buk,,2019-02-01"
    )
    map_ = MAP.replace(
        'column = "day", as = "edtf"', 'earliest = "from", latest = "to", as = "day", empty = "unknown"'
    )

    found = read(path, map_)

    assert [e[3] for e in events(found)] == [read_span("2019-01-01/2019-01-03"), read_span("../2019-02-01")]
    assert found.unread == ()


def test_a_word_may_say_a_kind_with_its_fields_and_columns_say_more(tmp_path: Path) -> None:
    map_ = MAP.replace(
        'kind = { column = "what" }',
        """outcome = { column = "how", words = { "+" = "aye", "-" = "nay" } }
        proof = { column = "proof" }
        [event.kind]
        column = ["what", "form"]
        leave-out = ["note"]
        words = { "reply / paper" = { kind = "sag", form = "written" }, "in" = "buk" }""",
    )
    path = written(
        tmp_path / "t.csv",
        "paper,what,form,day,how,proof",
        "a,in,,2019-01-01,+,documented",
        "a,reply,paper,2019-01-02,-,",
        "a,note,,2019-01-02,,",
    )

    found = read(path, map_)

    assert [e[1:3] for e in events(found)] == [("buk", {}), ("sag", {"form": "written", "outcome": "nay"})]
    assert [found.events.shapes[s].proof.value for s in found.events.shape.tolist()] == [
        "documented",
        "own-word",
    ]
    assert found.not_taken == {"outcome": 1}
    assert found.left_out == 1
    assert found.unread == ()


def test_words_and_facts_of_a_filing_may_stand_in_any_of_its_rows(tmp_path: Path) -> None:
    map_ = MAP.replace(
        'kind = "zub"', 'kind = { column = "paper-kind" }\nto = ["keep", "castle"]\nabout = { column = "of" }'
    )
    map_ += '[facts]\nestate = { column = "estate", words = { H = "hussar" } }\n'
    path = written(
        tmp_path / "t.csv",
        "paper,what,day,paper-kind,of,estate",
        "a,gab,2019-01-01,,keep,",
        "b,gab,2019-01-01,klag,,",
        "a,buk,2019-01-02,zub,,H",
    )

    found = read(path, map_)

    forms = [found.events.forms[f] for f in found.events.form.tolist()]
    assert [(f.filing.kind, f.filing.to, f.filing.about) for f in forms] == [
        ("zub", ("keep", "castle"), ("keep",)),
        ("klag", ("keep", "castle"), ()),
    ]
    assert [[c.value for c in f.facts.get("estate", ())] for f in forms] == [["hussar"], []]


def test_what_could_not_be_read_is_counted_for_its_filing(tmp_path: Path) -> None:
    path = written(
        tmp_path / "t.csv",
        "paper,what,day",
        "a,gab,2019-01-01",
        "a,sag,soon",
        "b,gab,2019-01-01",
        "b,wow,2019-01-02",
        "c,gab,2019-01-01",
        "c,sag,2019-01-01,too much",
        "d,gab,2019-01-01",
        ",gab,2019-01-01",
        "",
    )

    found = read(path)

    assert dict(zip(found.names, found.unread_rows.tolist(), strict=True)) == {"a": 1, "b": 1, "c": 1, "d": 0}
    assert {u.done: u.rows for u in found.unread if u.done is not Done.ROW_LEFT_OUT} == {
        Done.DAY_NOT_KNOWN: (3,)
    }
    assert sorted(u.rows for u in found.unread if u.done is Done.ROW_LEFT_OUT) == [(5,), (7,), (9,)]
    assert (found.seen, found.blank, len(found.rows)) == (9, 1, 5)
    assert ("a", "sag", {}, Span.unknown(), 3) in events(found)
    assert ("d", "gab", {}, Span.on(date(2019, 1, 1)), 8) in events(found)


def test_a_column_with_thousands_of_words_is_another_than_was_meant(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "paper,what,day", *(f"a,w{n},2019-01-01" for n in range(10_001)))

    with pytest.raises(BadInput, match="more than 10000 different ones; is it the right column"):
        read(path)


def test_conduct_of_a_person_is_in_no_table(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "paper,what,day", "a,fort,2019-01-01", "a,gab,2019-01-01")

    assert [u.found for u in read(path).unread] == ["'fort'"]
    with pytest.raises(BadInput, match="stands in his case file, never in a table"):
        read(path, MAP.replace('{ column = "what" }', '{ column = "what", words = { "fort" = "fort" } }'))
    with pytest.raises(BadInput, match="a fact of ring 3: estate"):
        read(path, MAP + "[facts]\nwhere = true\n")
    assert 'id = "fort"' in WORDS


def test_line_breaks_in_cells_are_allowed_where_the_map_says_so(tmp_path: Path) -> None:
    path = written(
        tmp_path / "t.csv", "paper,what,day,note", 'a,gab,2019-01-01,"one\ntwo"', "b,gab,2019-01-02,"
    )

    assert len(read(path, MAP + "[file]\nline-breaks = true\n").rows) == 2
    with pytest.raises(BadInput, match="expected one row on each line; found 1 lines more than rows"):
        read(path)


ENCODINGS = ["utf-8", "utf-8-sig", "cp1251", "utf-16", "koi8-r"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_map_names_the_encoding(encoding: str, end: str, tmp_path: Path) -> None:
    text = end.join(["дело;что;день", "а-1;принято;2019-01-01", "а-1;ответ;2019-02-01", ""])
    (tmp_path / "t.csv").write_bytes(text.encode(encoding))
    map_ = f"""
    raport = 1
    [file]
    delimiter = ";"
    encoding = "{encoding.removesuffix("-sig")}"
    [filing]
    kind = "zub"
    [event]
    filing = {{ column = "дело" }}
    on = {{ column = "день", as = "day" }}
    kind = {{ column = "что", words = {{ "принято" = "buk", "ответ" = "sag" }} }}
    """

    found = read(tmp_path / "t.csv", map_)

    assert (found.names, [e[1] for e in events(found)], found.unread) == (["а-1"], ["buk", "sag"], ())


@pytest.mark.parametrize(
    "damage", [lambda b: b[:-20], lambda b: b[:100] + b"\0" * 50 + b[150:], lambda _: b""]
)
def test_a_damaged_parquet_file_is_refused(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    table = pa.table(
        {"paper": ["a"] * 99, "what": ["gab"] * 99, "day": [f"2019-01-{n % 28 + 1:02}" for n in range(99)]}
    )
    pa.parquet.write_table(table, path)
    path.write_bytes(damage(path.read_bytes()))

    with pytest.raises(BadInput, match="expected a Parquet file"):
        read(path)


@pytest.mark.parametrize("cells", [[["a"]], [{"x": 1}], [b"a"], [1.5]])
def test_a_column_that_holds_no_words_is_refused(cells: list[Any], tmp_path: Path) -> None:
    table = pa.table({"paper": ["a"], "what": cells, "day": ["2019-01-01"]})
    pa.parquet.write_table(table, tmp_path / "t.parquet")

    with pytest.raises(BadInput, match=r"map\.toml:8: expected words in the column 'what'; found the type"):
        read(tmp_path / "t.parquet")


def test_a_parquet_file_by_the_name_of_a_csv_is_told(tmp_path: Path) -> None:
    pa.parquet.write_table(pa.table({"paper": ["a"]}), tmp_path / "t.csv")

    with pytest.raises(BadInput, match=r"found a Parquet file; let its name end in \.parquet"):
        read(tmp_path / "t.csv")
