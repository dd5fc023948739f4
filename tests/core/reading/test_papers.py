"""What is made of the words of a letter: whose number it is, whose day, which class of reply."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.adapters.cases import load_case
from raport.adapters.packs import load_pack
from raport.adapters.sayings import load_paper_words, load_sayings
from raport.casefile import CaseFile
from raport.errors import BadInput
from raport.law import Pack
from raport.reading.papers import (
    Doubt,
    Field,
    Findings,
    Ground,
    PaperPage,
    PaperWords,
    Proposal,
    Rect,
    Why,
    Word,
    read_pages,
    read_paper_words,
)

WIDTH, HEIGHT, STEP, SIGN = 2480, 3508, 60, 22


@pytest.fixture(scope="module")
def pack() -> Pack:
    return _pack()


@cache
def _pack() -> Pack:
    return load_pack("ru")


@cache
def words() -> PaperWords:
    found = load_paper_words("ru")
    assert found is not None
    return found


# The words and the pack are read before the audit hook looks
_pack()
words()
SAYINGS = load_sayings("ru")


def page(text: str, *, left: int = 200, sure: float = 0.95) -> PaperPage:
    """A page with these lines; "|" stands before what is in the right column."""
    found = []
    for n, line in enumerate(text.strip("\n").splitlines()):
        column = 1500 if line.lstrip().startswith("|") else left
        at = column
        for word in line.replace("|", " ").split():
            found.append(Word(word, Rect(at, 200 + n * STEP, SIGN * len(word), 40), sure, n))
            at += SIGN * (len(word) + 1)
    return PaperPage(WIDTH, HEIGHT, tuple(found))


def read(text: str, file: CaseFile | None = None, **more: float) -> Findings:
    sure = more.get("sure", 0.95)
    return read_pages([page(text, sure=sure)], words(), _pack(), file)


def value(findings: Findings, field: Field) -> str | None:
    one = findings.proposed(field)
    return one.value if one else None


HEAD = """
ВОЕННАЯ ПРОКУРАТУРА
ПРИМЕРСКОГО ГАРНИЗОНА
«14» октября 2019 г. № 7/1-123
На № 412 от 12.09.2019
    | Иванову И.И.
Уважаемый Иван Иванович!
"""


def test_a_usual_head_is_read() -> None:
    found = read(HEAD)

    assert value(found, Field.SENDER) == "garrison-prosecutor"
    assert value(found, Field.NUMBER) == "7/1-123"
    assert value(found, Field.DATE) == "2019-10-14"
    assert value(found, Field.ANSWERS_TO) == "412"
    assert value(found, Field.ANSWERS_TO_DATE) == "2019-09-12"
    assert all(not p.doubts for p in found.proposals)


def test_every_field_is_proposed_or_abstained_from_with_a_reason() -> None:
    for text in (HEAD, "", "просто слова", HEAD + "нарушений не выявлено. Рапорт подан не по команде."):
        found = read(text)
        for field in set(Field) - {Field.ARTICLE}:
            proposed, abstained = found.proposed(field), found.abstained(field)
            assert (proposed is None) != (abstained is None), field


def test_each_proposal_has_its_rectangle_on_its_page() -> None:
    first, second = page(HEAD), page("Вх. № 98 от 20.10.2019")

    found = read_pages([first, second], words(), _pack())

    number = found.proposed(Field.NUMBER)
    assert number is not None
    assert [(p.page, p.rect.top) for p in number.places] == [(0, 200 + 2 * STEP)]
    incoming = found.proposed(Field.INCOMING)
    assert incoming is not None
    assert [p.page for p in incoming.places] == [1]
    assert next(w for w in second.words if w.rect == incoming.places[0].rect).text == "98"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("«14» октября 2019 г.", "2019-10-14"),
        ("14 октября 2019 года", "2019-10-14"),
        ("«1»мая 2020г.", "2020-05-01"),
        ("14.10.2019", "2019-10-14"),
        ("14.10.19", "2019-10-14"),
        ("14. 10. 2019 г.", "2019-10-14"),
        ("« 14 » октября 2019 г.", "2019-10-14"),
        ('"14" октяоря 2019 г.', "2019-10-14"),  # misread
        ("l4.10.2019", "2019-10-14"),
        ("14.1О.2О19", "2019-10-14"),
        ("3О.0З.2020", "2020-03-30"),
        ("31.02.2019", None),
        ("«__» октября 2019 г.", None),
        ("14.10.1719", None),
        ("214.10.2019", None),
        ("14 октября", None),
    ],
)
def test_days_as_letters_write_them(line: str, day: str | None) -> None:
    assert value(read(f"{line}\nУважаемый Иван Иванович!"), Field.DATE) == day


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("исх. № 1234", "1234"),
        ("Исх.№1234/5-67", "1234/5-67"),
        ("№ 18/3456", "18/3456"),
        ("№ 18 / 3456", "18/3456"),
        ("№ 4l2", "412"),
        ("№ З1/45-О1", "31/45-01"),
        ("№ 12-р", "12-Р"),
        ("No 77", "77"),
        ("исх. Ме 77", "77"),
        ("№", None),
        ("№ ____", None),
        ("в/ч 12345", None),
    ],
)
def test_numbers_as_letters_write_them(line: str, number: str | None) -> None:
    found = read(f"{line}\n14.10.2019\nУважаемый Иван Иванович!")

    assert value(found, Field.NUMBER) == number


def test_what_was_repaired_says_so() -> None:
    found = read("№ 4l2\nl4.10.2019\nУважаемый Иван Иванович!")

    number, day = found.proposed(Field.NUMBER), found.proposed(Field.DATE)
    assert number is not None
    assert day is not None
    assert number.doubts == (Doubt.REPAIRED,)
    assert Doubt.REPAIRED in day.doubts


def test_an_arrival_is_no_number_of_its_own() -> None:
    found = read("вх. № 412 от 15.10.2019\nУважаемый Иван Иванович!")

    assert value(found, Field.INCOMING) == "412"
    assert value(found, Field.INCOMING_DATE) == "2019-10-15"
    assert value(found, Field.NUMBER) is None
    assert value(found, Field.DATE) is None


LAWS = """
Ваше обращение рассмотрено в порядке, установленном Федеральным законом
от 02.05.2006 № 59-ФЗ, приказом Генерального прокурора от 30.01.2013 № 45 и Указом
Президента от 21.09.2022 № 647. Военную службу проходит по контракту от 01.08.2014.
"""


def test_numbers_and_days_of_laws_are_nobody_s() -> None:
    found = read(LAWS)

    for field in (Field.NUMBER, Field.DATE, Field.INCOMING, Field.ANSWERS_TO, Field.ANSWERS_TO_DATE):
        assert value(found, field) is None, field


def test_a_letter_that_names_ours_in_its_text() -> None:
    found = read("Уважаемый Иван Иванович!\nНа Ваше обращение от 12.09.2019 № 412 сообщаю, что")

    assert value(found, Field.ANSWERS_TO) == "412"
    assert value(found, Field.ANSWERS_TO_DATE) == "2019-09-12"


def test_the_end_of_a_term_is_no_day_of_the_letter() -> None:
    found = read("Уважаемый Иван Иванович!\nсрок рассмотрения продлён до 14.11.2019\nП. Петров 15.10.2019")

    assert value(found, Field.DATE) == "2019-10-15"
    day = found.proposed(Field.DATE)
    assert day is not None
    assert Doubt.UNLABELLED in day.doubts


def test_two_numbers_and_nothing_to_choose_by() -> None:
    found = read("№ 12\n№ 13\nУважаемый Иван Иванович!")

    none = found.abstained(Field.NUMBER)
    assert none is not None
    assert none.why is Why.SEVERAL
    assert [c.value for c in none.candidates] == ["12", "13"]


def test_what_is_read_too_unsurely_is_not_proposed_and_what_is_faint_is_doubted() -> None:
    dim, faint = read(HEAD, sure=0.2), read(HEAD, sure=0.6)

    none = dim.abstained(Field.NUMBER)
    assert none is not None
    assert none.why is Why.UNREADABLE
    assert [c.value for c in none.candidates] == ["7/1-123"]
    number = faint.proposed(Field.NUMBER)
    assert number is not None
    assert number.doubts == (Doubt.FAINT,)


# --- who wrote ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("МИНИСТЕРСТВО ОБОРОНЫ\nРОССИЙСКОЙ ФЕДЕРАЦИИ\nВОЙСКОВАЯ ЧАСТЬ 00000\nУважаемый", "unit-commander"),
        ("МИНИСТЕРСТВО ОБОРОНЫ\nРОССИЙСКОЙ ФЕДЕРАЦИИ\nУважаемый", "ministry"),
        (
            "ГЕНЕРАЛЬНАЯ ПРОКУРАТУРА\nРОССИЙСКОЙ ФЕДЕРАЦИИ\nГЛАВНАЯ ВОЕННАЯ ПРОКУРАТУРА\nУважаемый",
            "main-military-prosecutor",
        ),
        ("ВОЕННАЯ ПРОКУРАТУРА ЗАПАДНОГО ВОЕННОГО ОКРУГА\nУважаемый", "district-prosecutor"),
        ("ВОЕННЫЙ СЛЕДСТВЕННЫЙ ОТДЕЛ\nУважаемый", "military-investigation"),
        ("|  Военному прокурору Примерского гарнизона\nУважаемый", None),
        ("| Командиру войсковой части 00000\nУважаемый", None),
        ("ВОЕННАЯ ПРОКУРАТУРА\nПРИМЕРСКОГО ГАРНИЗОНА\nВОЙСКОВАЯ ЧАСТЬ 00000\nУважаемый", None),
        ("Уважаемый!\nсообщаю\nВоенный прокурор гарнизона\nполковник П. Петров", "garrison-prosecutor"),
        ("ВОЙСК0ВАЯ ЧАСТЬ 00000\nУважаемый", "unit-commander"),
    ],
)  # fmt: skip
def test_who_wrote(text: str, sender: str | None) -> None:
    assert value(read(text), Field.SENDER) == sender


def test_a_signature_alone_is_doubted() -> None:
    sender = read("Уважаемый!\nсообщаю\nВоенный прокурор гарнизона").proposed(Field.SENDER)

    assert sender is not None
    assert sender.doubts == (Doubt.UNLABELLED,)


def test_each_authority_that_is_told_by_its_letterhead_is_one_of_the_pack(pack: Pack) -> None:
    assert set(words().senders) <= set(pack.authorities)


def test_each_event_that_a_class_comes_to_is_one_of_the_pack(pack: Pack) -> None:
    for name, shape in words().events.items():
        assert name == "answer" or name in pack.answers
        assert shape.kind in pack.kinds
        assert set(shape.fields) <= set(pack.kinds[shape.kind].fields)


# --- which class of reply ----------------------------------------------------------------------------------


def kind(text: str) -> str | None:
    return value(read(f"Уважаемый Иван Иванович!\n{text}"), Field.KIND)


def test_each_phrase_of_the_pack_is_told_as_its_own_class_or_one_that_comes_to_the_same(pack: Pack) -> None:
    """The way of search works; that real letters are told by these phrases, nobody has measured."""
    for answer in pack.answers.values():
        for phrase in answer.phrases:
            found = kind(f"сообщаю: {phrase}.")
            assert found is not None, phrase
            assert pack.answers[found].outcome == answer.outcome, phrase


def test_a_not_between_or_before_the_words_is_the_contrary() -> None:
    assert kind("нарушения имели место, однако контракт не расторгнут") == "violation-found-no-remedy"
    assert kind("нарушения не имели место, контракт не расторгнут") is None
    assert kind("обращение не направлено для рассмотрения по существу") is None


def test_broken_at_the_end_of_a_line_and_with_other_endings_it_is_found_and_doubted() -> None:
    found = read("Уважаемый Иван Иванович!\nнаправлено для рассмот-\nрения по существу")
    assert value(found, Field.KIND) == "forwarded"

    near = read("Уважаемый!\nпричины признать уважительными... причина не признана уважительной").proposed(
        Field.KIND
    )
    assert near is not None
    assert near.value == "reasons-not-valid"
    assert near.doubts == (Doubt.NEAR,)


def test_a_letter_that_says_two_things_is_for_a_person_to_read() -> None:
    none = read("Уважаемый!\nнарушений не выявлено. Рапорт подан не по команде.").abstained(Field.KIND)

    assert none is not None
    assert none.why is Why.SEVERAL
    assert {c.value for c in none.candidates} == {"no-grounds", "form-defect"}


def test_the_head_says_nothing_of_the_kind_of_answer() -> None:
    assert value(read("нарушений не выявлено\nУважаемый Иван Иванович!\nсообщаю"), Field.KIND) is None


# --- articles ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("ч. 1 ст. 12 Федерального закона от 02.05.2006 № 59-ФЗ", {"ru.59.12.1"}),
        ("частью 3 статьи 8 Федерального закона № 59-ФЗ", {"ru.59.8.3"}),
        ("п. 6 ст. 51 Федерального закона «О воинской обязанности и военной службе»", {"ru.53.51.6"}),
        ("п. 6 ст. 51 Федерального закона «О воинской обя-\nзанности и военной службе»", {"ru.53.51.6"}),
        ("ст. 99 59-ФЗ", {""}),
        ("ст. 12 некоторого закона", {""}),
        ("согласно закону", set()),
    ],
)
def test_articles_are_matched_by_the_pack_s_own_citations(text: str, provisions: set[str]) -> None:
    found = read(f"Уважаемый!\n{text}")

    assert {p.value for p in found.proposals if p.field is Field.ARTICLE} == provisions


def test_an_article_whose_act_is_not_known_is_doubted() -> None:
    article = next(p for p in read("ст. 12 некоторого закона").proposals if p.field is Field.ARTICLE)

    assert (article.value, article.doubts) == ("", (Doubt.UNKNOWN_ACT,))


def test_citations_of_the_pack_are_found_again(pack: Pack) -> None:
    """Of provisions cited as an article of an act, nine in ten come back as themselves."""
    plain = [
        p
        for p in pack.provisions.values()
        if re.fullmatch(r"((ч|п)\. [\d.]+ )?ст\. [\d.]+ \S+", p.cite["ru"])
    ]
    back = 0
    for provision in plain:
        found = read(f"Уважаемый!\nв силу {provision.cite['ru']}")
        candidates = [*found.proposals, *(c for a in found.abstentions for c in a.candidates)]
        back += any(c.field is Field.ARTICLE and c.value == provision.id for c in candidates)

    assert len(plain) > 30
    assert back >= 0.9 * len(plain)


# --- to which filing ---------------------------------------------------------------------------------------

CASE = """
raport = 1
case = "t1"
jurisdiction = "ru"
[facts]
service = "officer"
[[filing]]
id = "f1"
kind = "raport"
asks = "discharge"
to = "unit-commander"
author = "applicant"
[[filing]]
id = "f2"
kind = "complaint"
to = "garrison-prosecutor"
author = "applicant"
[[filing]]
id = "f3"
kind = "complaint"
to = "garrison-prosecutor"
author = "applicant"
[[event]]
id = "e1"
kind = "filed"
filing = "f1"
on = 2019-08-01
[[event]]
id = "e2"
kind = "filed"
filing = "f2"
on = 2019-09-12
[[event]]
id = "e3"
kind = "registered"
filing = "f2"
on = 2019-09-16
[[event]]
id = "e4"
kind = "filed"
filing = "f3"
on = 2019-11-01
[account.e3]
note = "вх. 412, сказали по телефону"
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> CaseFile:
    path = tmp_path_factory.mktemp("case") / "case.toml"
    path.write_text(CASE, encoding="utf-8")
    return load_case(path, lambda _: pack)


def filing(text: str, case: CaseFile) -> Proposal | None:
    return read(text, case).proposed(Field.FILING)


def test_a_filing_is_told_by_number_day_and_addressee(case: CaseFile) -> None:
    found = filing(HEAD, case)

    assert found is not None
    assert (found.value, found.doubts) == ("f2", ())
    assert found.grounds == (Ground.NUMBER, Ground.DAY, Ground.ADDRESSEE)


def test_a_filing_told_by_its_addressee_alone_is_doubted(case: CaseFile) -> None:
    found = filing("ВОЕННАЯ ПРОКУРАТУРА\nПРИМЕРСКОГО ГАРНИЗОНА\n14.10.2019 № 5\nУважаемый", case)

    assert found is not None  # the other one to this addressee was made after the letter
    assert (found.value, found.doubts) == ("f2", (Doubt.ONLY_ADDRESSEE,))


def test_two_filings_to_one_addressee_are_not_told_apart(case: CaseFile) -> None:
    none = read("ВОЕННАЯ ПРОКУРАТУРА\nПРИМЕРСКОГО ГАРНИЗОНА\n14.12.2019 № 5\nУважаемый", case).abstained(
        Field.FILING
    )

    assert none is not None
    assert none.why is Why.SEVERAL
    assert {c.value for c in none.candidates} == {"f2", "f3"}


def test_without_a_case_no_filing_is_told() -> None:
    none = read(HEAD).abstained(Field.FILING)

    assert none is not None
    assert none.why is Why.NO_CASE


# --- whatever was read -------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        *HEAD.split(),
        *LAWS.split(),
        "вх.",
        "исх.",
        "№",
        "ст.",
        "ч.",
        "п.",
        "12",
        "4l2",
        "-",
        "/",
        "«",
        "не",
        "|",
    ]
)
_SIGNS = st.text(st.characters(codec="utf-8", exclude_categories=("Z", "Cc", "Cs")), min_size=1, max_size=12)
_WORDS = st.builds(
    Word,
    st.one_of(_PIECES, _SIGNS),
    st.builds(Rect, *(st.integers(0, 3000) for _ in range(2)), *(st.integers(1, 500) for _ in range(2))),
    st.floats(0, 1),
    st.integers(0, 9),
)


@given(st.lists(st.lists(_WORDS, max_size=25), max_size=3))
def test_whatever_was_read_is_answered_in_the_paper_s_own_places(pages: Sequence[Sequence[Word]]) -> None:
    paper = [PaperPage(WIDTH, HEIGHT, tuple(sorted(p, key=lambda w: w.line))) for p in pages]

    found = read_pages(paper, words(), _pack())

    every = [*found.proposals, *(c for a in found.abstentions for c in a.candidates)]
    for one in every:
        assert one.places
        for place in one.places:
            on_page = [w.rect for w in paper[place.page].words]
            assert place.rect.left in {r.left for r in on_page}
            assert place.rect.bottom in {r.bottom for r in on_page}
        if one.field in (Field.DATE, Field.INCOMING_DATE, Field.ANSWERS_TO_DATE):
            date.fromisoformat(one.value)
    assert all(p.sure >= 0.35 for p in found.proposals if p.field is not Field.ARTICLE)


def test_a_bad_file_of_words_is_refused_with_every_mistake() -> None:
    with pytest.raises(BadInput) as bad:
        read_paper_words(
            {"number": {"sign": "x"}, "acts": {"a": ["("]}}, load_sayings("ru"), "papers.xx.toml"
        )

    assert len(bad.value.problems) > 5
    assert all("papers.xx.toml" in str(p) for p in bad.value.problems)


def test_other_jurisdictions_have_no_words() -> None:
    assert load_paper_words("invented") is None
    assert load_paper_words("en") is None
