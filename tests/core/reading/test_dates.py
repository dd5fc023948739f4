"""Days as people say them: what they are read to, how wide, and what is never guessed."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from time import perf_counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from raport.dates import Relative, Span, parse_duration, read_span
from raport.reading.dates import LONGEST, line_of, read_date, value_of, write
from raport.reading.said import Anchor, Ours, SayingError, Understood
from raport.reading.telling import tell, tell_ours, tell_refusal
from tests.conftest import ROOT
from tests.core.reading import naive
from tests.core.reading.spoken import ANCHORS, EN, RU, TODAY, read, told

TABLE = [
    (saying.strip(), days.strip())
    for saying, sep, days in (
        line.partition(" = ")
        for line in (ROOT / "tests/core/reading/sayings.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    if sep
]
SAYINGS = [saying for saying, _ in TABLE]

any_day = st.dates(date(1990, 1, 1), date(2060, 12, 31))
anywhen = st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])


# ---- the table


@pytest.mark.parametrize(("saying", "days"), TABLE)
def test_a_saying_means_these_days(saying: str, days: str) -> None:
    assert told(read(saying)) == days


def test_the_page_about_sayings_shows_what_is_read() -> None:
    text = (ROOT / "docs/formats/sayings.md").read_text(encoding="utf-8")
    shown = [re.split(r"\s{2,}", line)[:2] for line in text.split("```")[1].strip().splitlines()]

    assert len(shown) == 6
    for saying, day in shown:
        value = value_of(read(saying).candidates[0])
        told = value if isinstance(value, str) else ", ".join(f'{k} = "{v}"' for k, v in value.items())
        assert told == day.strip("{ }"), saying


def test_the_table_is_long_in_both_languages() -> None:
    russian = [s for s in SAYINGS if re.search("[а-яё]", s.lower())]

    assert len(russian) >= 150
    assert len(SAYINGS) - len(russian) >= 75


@pytest.mark.parametrize("saying", SAYINGS)
def test_the_days_shown_are_those_a_case_file_will_count(saying: str) -> None:
    for one in read(saying).candidates:
        value = value_of(one)
        if isinstance(value, str):
            assert read_span(value) == one.span
        else:
            side = "before" if "before" in value else "after"
            anchor = next(a for a in ANCHORS if a.id == value[side])
            by = parse_duration(value["by"]) if "by" in value else None
            assert Relative(anchor.id, side == "before", by).resolve(anchor.span) == one.span
        assert line_of(value) == write(one)


# ---- wide enough


def shapes(today: date) -> Iterator[tuple[str, str, set[date]]]:
    for month in {2, today.month}:
        yield from naive.parts(today.year - 1, month)
    yield from naive.seasons(today.year - 2)
    yield from naive.ago(today)
    yield from naive.weeks(today)


@given(any_day)
def test_every_day_the_words_can_mean_is_in_the_span(today: date) -> None:
    for russian, english, days in shapes(today):
        for saying in (russian, english):
            span = read(saying, today).candidates[0].span
            assert span.earliest <= min(days), saying
            assert max(days) <= span.latest, saying


@given(any_day, st.integers(0, 40))
def test_a_length_before_an_event_holds_every_day_it_can_mean(first: date, more: int) -> None:
    days = [first + timedelta(k) for k in range(more + 1)]
    anchor = (Anchor("e0", ("выпуск", "graduation"), Span(days[0], days[-1])),)
    for russian, english, meant in naive.lengths_before(days):
        for saying in (f"{russian} выпуска", f"{english} graduation"):
            reading = read(saying, TODAY, anchor)
            assert reading.settled, saying
            span = reading.candidates[0].span
            assert span.earliest <= min(meant) <= max(meant) <= span.latest, saying


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("year", [2019, 2020])
def test_a_month_and_each_of_its_days_are_read_as_they_stand(year: int, month: int) -> None:
    days = naive.leaf(year, month)
    whole = Span(days[0], days[-1])
    names = (naive.RU_MONTHS[month - 1], naive.RU_OF[month - 1], naive.EN_MONTHS[month - 1])
    assert [read(f"{name} {year}").candidates[0].span for name in names] == [whole] * 3

    for day in days:
        sayings = (
            f"{day.day} {naive.RU_OF[month - 1]} {year}",
            f"{day.day} {naive.EN_MONTHS[month - 1]} {year}",
            f"{naive.EN_MONTHS[month - 1]} {day.day}, {year}",
            f"{day.day:02}.{month:02}.{year}",
            f"{day.day}.{month}.{year % 100}",
            day.isoformat(),
        )
        for saying in sayings:
            reading = read(saying)
            assert reading.settled, saying
            assert reading.candidates[0].span == Span.on(day), saying


PARTS_OF_MONTH = [
    ("в начале", "в середине", "в конце"),
    ("в первой половине", "во второй половине"),
    ("в первой декаде", "во второй декаде", "в третьей декаде"),
]


@pytest.mark.parametrize("parts", PARTS_OF_MONTH)
def test_the_parts_of_a_month_leave_no_day_out(parts: tuple[str, ...]) -> None:
    for month, name in enumerate(naive.RU_OF, 1):
        spans = [read(f"{part} {name} 2019").candidates[0].span for part in parts]
        for day in naive.leaf(2019, month):
            assert any(span.contains(day) for span in spans)


DOUBTS = [
    ("примерно {}", "about {}"),
    ("около {}", "around {}"),
    ("{}, примерно", "{}, probably"),
    ("кажется, {}", "maybe {}"),
]


@pytest.mark.parametrize("saying", SAYINGS)
def test_doubt_never_narrows(saying: str) -> None:
    plain = read(saying)
    russian = re.search("[а-яё]", saying.lower()) is not None
    for in_russian, in_english in DOUBTS:
        doubted = (in_russian if russian else in_english).format(saying)
        try:
            about = read(doubted)
        except SayingError:
            # what is written as a case file writes it has its own signs of doubt
            assert not russian, doubted
            continue
        for one in plain.candidates:
            assert any(
                wide.span.earliest <= one.span.earliest and one.span.latest <= wide.span.latest
                for wide in about.candidates
            ), doubted


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("10 октября 2019", "в первой половине октября 2019"),
        ("в начале октября 2019", "в октябре 2019"),
        ("в первой декаде октября 2019", "в начале октября 2019"),
        ("в октябре 2019", "осенью 2019"),
        ("осенью 2019", "в 2019 году"),
        ("в мае 2019", "в мае или июне 2019"),
        ("ровно две недели назад", "две недели назад"),
        ("две недели назад", "недели две назад"),
        ("позавчера", "на этой неделе"),
        ("зимой 2019-2020", "зимой 2019"),
        ("в 2019 году", "в 2010-е"),
    ],
)
def test_the_vaguer_word_is_the_wider(narrow: str, wide: str) -> None:
    inner, outer = read(narrow).candidates[0].span, read(wide).candidates[0].span

    assert outer.earliest <= inner.earliest
    assert inner.latest <= outer.latest


# ---- what was not said


@given(
    any_day,
    st.sampled_from(["10 октября", "в начале мая", "осенью", "с июля по ноябрь", "31 декабря", "зимой"]),
)
def test_a_year_that_was_not_said_is_the_nearest_past_one_and_is_asked_about(
    today: date, saying: str
) -> None:
    reading = read(saying, today, ())
    first = reading.candidates[0]

    assert not reading.settled
    assert all(Ours.YEAR in c.ours for c in reading.candidates)
    assert first.span.earliest <= today
    assert (today - first.span.earliest).days <= 366
    years = [c.span.earliest.year for c in reading.candidates]
    assert years == [years[0], years[0] - 1, years[0] - 2, years[0] + 1]


def test_years_in_which_the_case_has_events_are_offered_too() -> None:
    assert {2018, 2019} <= {c.span.earliest.year for c in read("10 октября").candidates}
    assert {2018, 2019}.isdisjoint(c.span.earliest.year for c in read("10 октября", TODAY, ()).candidates)


def test_a_weekday_chooses_the_year_or_is_reported() -> None:
    assert {c.span.earliest.isoweekday() for c in read("в пятницу, 10 октября").candidates} == {5}
    with pytest.raises(SayingError) as refused:
        read("в пятницу, 10 октября 2019")
    assert refused.value.code == "weekday"


def test_the_order_of_numbers_is_asked_about_where_a_language_has_two() -> None:
    assert told(read_date("04/05/2019", TODAY, EN)) == "? 2019-05-04 | 2019-04-05 (order)"
    assert told(read_date("04/05/2019", TODAY, RU)) == "2019-05-04"
    assert told(read_date("04.05.2019", TODAY, EN)) == "2019-05-04"


@pytest.mark.parametrize("language", [RU, EN])
def test_each_language_understands_the_other(language: object) -> None:
    assert language in (RU, EN)
    words = RU if language is RU else EN
    assert told(read_date("в начале October 2019", TODAY, words)) == "2019-10-01/2019-10-10"
    assert told(read_date("early октября 2019", TODAY, words)) == "2019-10-01/2019-10-10"


# ---- slips of the hand


def slips(word: str) -> Iterator[str]:
    for n in range(len(word)):
        yield word[:n] + word[n + 1 :]
        yield word[:n] + "ж" + word[n:]
        yield word[:n] + "ж" + word[n + 1 :]
        yield word[:n] + word[n + 1 : n + 2] + word[n : n + 1] + word[n + 2 :]


@pytest.mark.parametrize("month", range(1, 13))
def test_a_slip_in_a_month_is_asked_about_or_refused_and_never_another_month(month: int) -> None:
    right = Span(naive.leaf(2019, month)[0], naive.leaf(2019, month)[-1])
    understood = 0
    for form in (naive.RU_MONTHS[month - 1], naive.RU_OF[month - 1]):
        for slip in slips(form):
            try:
                reading = read(f"{slip} 2019")
            except SayingError:
                continue
            if (slip,) in RU.phrases:  # it is a word: the month in another form, or shortened
                continue
            assert [c.span for c in reading.candidates] == [right], slip
            assert not reading.settled, slip
            understood += 1
    assert understood >= (10 if len(naive.RU_OF[month - 1]) >= 5 else 0)


# ---- events of the case


@pytest.mark.parametrize(
    ("saying", "events"),
    [
        ("до выпуска", ["e0"]),
        ("после выпуска из академии", ["e0"]),
        ("до рапорта", ["f1"]),
        ("после подачи жалобы", ["f2"]),
        ("после жалобы", ["f2"]),
        ("после того как подал рапорт", ["f1"]),
        ("после подачи", ["f1", "f2"]),
        ("через день после отказа", ["e5"]),
        ("before graduation", ["e0"]),
        ("after the complaint", ["f2"]),
    ],
)
def test_an_event_is_found_by_its_name_in_any_form(saying: str, events: list[str]) -> None:
    found = [re.split(r"(?:before|after) ", c.day)[1] for c in read(saying).candidates]

    assert found == events


def test_several_events_of_one_name_are_a_choice() -> None:
    assert not read("после подачи").settled
    assert read("после подачи жалобы").settled


def test_words_that_were_not_found_are_asked_about() -> None:
    reading = read("после выпуска из училища")

    assert [c.day for c in reading.candidates] == ["after e0"]
    assert not reading.settled


@pytest.mark.parametrize(
    ("saying", "anchors", "code"),
    [("до свадьбы", ANCHORS, "anchor"), ("до свадьбы", (), "no-anchor"), ("спустя неделю", (), "no-anchor")],
)
def test_an_event_that_is_not_there_is_not_guessed(
    saying: str, anchors: tuple[Anchor, ...], code: str
) -> None:
    with pytest.raises(SayingError) as refused:
        read(saying, TODAY, anchors)
    assert refused.value.code == code


def test_not_all_the_names_of_a_long_case_are_told() -> None:
    many = tuple(Anchor(f"e{n}", (f"событие {n}",)) for n in range(50))

    with pytest.raises(SayingError) as refused:
        read("до свадьбы", TODAY, many)
    assert tell_refusal(refused.value, EN).expected.count("событие ") == 8


# ---- refused


@pytest.mark.parametrize(
    ("saying", "code"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("давно", "words"),
        ("недавно", "words"),
        ("как-то раз", "words"),
        ("10", "words"),
        ("в октябре мае", "words"),
        ("32 октября 2019", "words"),
        ("10.13.2019", "words"),
        ("31 февраля 2019", "no-day"),
        ("29.02.2019", "no-day"),
        ("с ноября 2020 по март 2019", "reversed"),
        ("x" * (LONGEST + 1), "long"),
        ("2019-13-45", "no-day"),
        ("10.10.2019.5", "words"),
        ("октябрь 2019 октябрь 2019", "words"),
    ],
)
def test_what_is_not_understood_is_said(saying: str, code: str) -> None:
    with pytest.raises(SayingError) as refused:
        read(saying)

    assert refused.value.code == code
    for words in (RU, EN):
        problem = tell_refusal(refused.value, words)
        assert problem.expected
        assert problem.found
        assert problem.help


def test_a_refusal_names_the_word_that_stood_in_the_way() -> None:
    with pytest.raises(SayingError) as refused:
        read("в начале прекрасного октября")

    assert tell_refusal(refused.value, RU).found == "«прекрасного»"


# ---- told back


@pytest.mark.parametrize(
    ("saying", "russian", "english"),
    [
        ("в начале октября 2019", "с 1 по 10 октября 2019", "1 to 10 October 2019"),
        ("10 октября 2019", "10 октября 2019", "10 October 2019"),
        ("осень 2019", "с 1 сентября по 30 ноября 2019", "1 September to 30 November 2019"),
        ("зима 2019-2020", "с 1 декабря 2019 по 29 февраля 2020", "1 December 2019 to 29 February 2020"),
        ("до 10 октября 2019", "не позже 10 октября 2019", "not after 10 October 2019"),
        ("не раньше октября 2019", "не раньше 1 октября 2019", "not before 1 October 2019"),
        ("не помню", "день не известен", "day not known"),
        (
            "в день подачи жалобы",
            "в день события «жалоба подана»; по записи это 2 сентября 2019",
            'on the day of the event "жалоба подана"; by the record that is 2 September 2019',
        ),
        (
            "спустя месяц после отказа",
            "от 0 до 2 месяцев после события «отказ командира»",
            '0 to 2 months after the event "отказ командира"',
        ),
        (
            "ровно через 30 дней после подачи жалобы",
            "ровно 30 дн. после события «жалоба подана»; по записи это 2 октября 2019",
            'exactly 30 days after the event "жалоба подана"; by the record that is 2 October 2019',
        ),
        (
            "за год до выпуска",
            "от 0 до 2 лет до события «выпуск из академии»; по записи это с 1 июня 2016 по 30 июня 2018",
            (
                '0 to 2 years before the event "выпуск из академии"; '
                "by the record that is 1 June 2016 to 30 June 2018"
            ),
        ),
    ],
)
def test_what_was_understood_is_told_in_both_languages(saying: str, russian: str, english: str) -> None:
    one = read(saying).candidates[0]

    assert tell(one, RU, ANCHORS) == russian
    assert tell(one, EN, ANCHORS) == english


@pytest.mark.parametrize("saying", SAYINGS)
def test_whatever_is_understood_can_be_told(saying: str) -> None:
    for one in read(saying).candidates:
        for words in (RU, EN):
            assert tell(one, words, ANCHORS)
            assert len(tell_ours(one, words)) == len(one.ours)
            assert not re.search(r"0001|9999|[{}]", tell(one, words, ANCHORS))


# ---- for any text


def check(text: str, today: date) -> list[Understood]:
    """Read or refused, and nothing else; what is read can be told, and reads back as itself."""
    for words in (RU, EN):
        try:
            reading = read_date(text, today, words, ANCHORS)
        except SayingError as error:
            refused = error
        else:
            return back(reading.candidates, today)
        assert all(tell_refusal(refused, lang).help for lang in (RU, EN))
    return []


def back(candidates: Sequence[Understood], today: date) -> list[Understood]:
    """The same, each read again as it is written, and told."""
    for one in candidates:
        again = read_date(write(one), today, RU, ANCHORS).candidates[0]
        assert (again.day, again.span) == (one.day, one.span)
        assert tell(one, RU, ANCHORS)
        assert tell(one, EN, ANCHORS)
    return list(candidates)


@given(st.text(max_size=LONGEST + 5), anywhen)
def test_any_text_is_read_or_refused(text: str, today: date) -> None:
    check(text, today)


@given(st.text("0123456789.-/ ~?'", max_size=24), anywhen)
def test_any_numbers_are_read_or_refused(text: str, today: date) -> None:
    check(text, today)


phrases = st.sampled_from(sorted(" ".join(p) for p in RU.phrases))
numbers = st.sampled_from(
    ["1", "10", "31", "20-х", "2019", "'19", "10.10.2019", "2018-19", "выпуска", "-", "/", ",", "?"]
)


@given(st.lists(phrases | numbers, min_size=1, max_size=12), anywhen)
def test_any_words_of_the_language_are_read_or_refused(words: list[str], today: date) -> None:
    check(" ".join(words), today)


@given(
    st.sampled_from(SAYINGS),
    st.sampled_from(SAYINGS),
    st.sampled_from([" или ", " - ", " до ", " примерно ", ", "]),
    anywhen,
)
def test_two_sayings_together_are_read_or_refused(one: str, other: str, between: str, today: date) -> None:
    check(f"{one}{between}{other}", today)


@given(st.sampled_from(SAYINGS), anywhen)
def test_what_is_written_reads_back_the_same(saying: str, today: date) -> None:
    assume(date(2, 1, 1) < today < date(9990, 1, 1))
    for one in check(saying, today):
        again = read(write(one), today)
        assert again.candidates[0].day == one.day


@pytest.mark.parametrize(
    "word", ["в ", "около ", "a ", "до ", "за неделю до ", "1 ", "или ", "~", "10.", "весна ", "двадцать "]
)
def test_a_word_without_end_takes_no_time(word: str) -> None:
    began = perf_counter()
    with suppress(SayingError):
        read((word * LONGEST)[:LONGEST])
    assert perf_counter() - began < 3
