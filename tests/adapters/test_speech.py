"""What may be said to whom: no sentence outside the desk counts hours of absence or reassures."""

import re
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.adapters.packs import load_documents, pack_folder
from raport.adapters.sentences import load_sentences, load_words
from raport.adapters.toml import read_toml
from raport.assess import (
    Assessment,
    Breach,
    Clock,
    Danger,
    Law,
    Offence,
    PracticeNote,
    Question,
    Remedy,
    assess,
    prepare,
    write_assessment,
)
from raport.assess.audience import for_audience
from raport.casefile import CaseFile, Identity, read_case
from raport.documents import Document
from raport.errors import BadInput
from raport.law import DESK, Audience, read_pack
from raport.law.check import forbidden_in
from raport.prose import Telling
from raport.prose.words import NotForAudienceError, Sentence, Words
from tests.core.assess.aimed import aimed_cases, random_cases
from tests.core.assess.laws import LAWS
from tests.stories.stories import ROOT, read_story
from tests.stories.test_stories import STORIES

LAW = LAWS["ru"]
PACK = LAW.pack
SAMPLE_ONE = ROOT / "src" / "raport" / "sample" / "s1.toml"
OUTSIDE = [a for a in Audience if a not in DESK]
LANGUAGES = ("ru", "en")


def outside_sentences() -> Iterator[tuple[str, Sentence]]:
    for name, sentence in load_sentences().items():
        if not sentence.audience <= DESK:
            yield name, sentence


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("name", "sentence"), list(load_sentences().items()))
def test_a_sentence_has_an_audience_and_says_the_same_in_both_languages(
    name: str, sentence: Sentence
) -> None:
    assert sentence.audience
    assert set(sentence.text) == set(LANGUAGES)
    if name not in DAY_FORMS:
        assert places(sentence.text["ru"]) == places(sentence.text["en"])


DAY_FORMS = {"day", "month-year"}  # Russian writes the number of the month, English its name


@pytest.mark.parametrize(("name", "sentence"), list(outside_sentences()))
def test_the_engine_says_nothing_forbidden_outside_the_desk(name: str, sentence: Sentence) -> None:
    assert forbidden_in(sentence.text, PACK) == []


def standing_texts() -> list[str]:
    return [d.says[lang] for d in PACK.dangers.values() if d.standing_text for lang in LANGUAGES]


AGREED = re.compile(r"^Standing text for the applicant \(ru\): «(.+)»\.$", re.MULTILINE)
IN_ENGLISH = (
    "There is no safe length of absence. A criminal case is possible even after a few hours if the"
    " investigators decide that you wanted to evade service. Do not leave and do not be late in reliance on"
    " “two days” or “ten days”. If you are already not in the unit, do not write of it here or to anybody"
    " else: speak to an advocate first"
)


def test_the_standing_text_is_the_one_agreed_letter_by_letter(shared: Path) -> None:
    agreed = AGREED.findall((shared / "domain.md").read_text(encoding="utf-8"))

    assert standing_texts() == [*agreed, IN_ENGLISH]


def wrong_in(text: str, lang: str) -> list[str]:
    """What nobody outside the desk may be told: by the pack's rules, and by this list, which knows nothing of
    them. Only the standing text, as it stands letter by letter, is passed over.
    """
    text = flat(text)
    for standing in standing_texts():
        text = text.replace(standing, "")
    found = [words for _, words, _ in forbidden_in({lang: text}, PACK)]
    return found + [m[0] for pattern in BY_HEART[lang] for m in re.finditer(pattern, text, re.IGNORECASE)]


NUMBER = {
    "ru": r"(?:\d+|двух|два|две|тр[иёе]\w*|четыр\w+|пят\w+|шест\w+|десят\w+|двадцат\w+|сорока?|несколько)",
    "en": r"(?:\d+|two|three|four|five|six|ten|twenty|forty|several|few)",
}
ABSENT = {
    "ru": r"(?:отсутств|отлуч|самовол|неявк|опозд|опазд|вне части|не в части)\w*",
    "en": r"(?:absen|awol|away from the unit|out of the unit)\w*",
}
BY_HEART = {
    "ru": (
        rf"\b{NUMBER['ru']}\W+(?:часа?|часов|часами)\b",
        r"\bсут(?:ки|ок|кам|ками|ках)\b",
        rf"\b{NUMBER['ru']}\W+(?:дн|день|недел|месяц)\w*[^.!?]*\b{ABSENT['ru']}",
        rf"\b{ABSENT['ru']}[^.!?]*\b{NUMBER['ru']}\W+(?:дн|день|недел|месяц)",
        r"\bбезопасн",
        r"\bзаконн(?:о|ый|ая|ое|ые|ым)\b",
        r"\bв срок\b",
        r"\bвовремя\b",
    ),
    "en": (
        rf"\b{NUMBER['en']}\W+hours?\b",
        rf"\b{NUMBER['en']}\W+(?:day|week|month)[^.!?]*\b{ABSENT['en']}",
        rf"\b{ABSENT['en']}[^.!?]*\b{NUMBER['en']}\W+(?:day|week|month)",
        r"\bsafe(?:ly|ty)?\b",
        r"\blawful",
        r"\bin time\b",
    ),
}


def told(file: CaseFile, law: Law, day: date, audience: Audience) -> Iterator[tuple[str, str]]:
    """All that this audience is told of a case, as prose and as JSON: the language, the text."""
    assessment = for_audience(assess(file.case, law, day, file.account), audience)
    written = " . ".join(texts_in(write_assessment(assessment, law.pack)))
    for lang in LANGUAGES:
        yield lang, Telling(law.pack, load_words(lang, audience), file).tell(assessment)
        yield lang, written


def texts_in(tree: object) -> Iterator[str]:
    match tree:
        case str():
            yield tree
        case dict():
            for key, value in tree.items():
                yield key
                yield from texts_in(value)
        case list() | tuple():
            for value in tree:
                yield from texts_in(value)
        case _:
            pass


@pytest.mark.parametrize("audience", OUTSIDE)
@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_no_story_says_anything_forbidden_outside_the_desk(path: Path, audience: Audience) -> None:
    story = read_story(path)
    file = read_case(read_toml(path.name, story.case.encode()), PACK)

    for day in story.days:
        for lang, text in told(file, LAW, day, audience):
            assert wrong_in(text, lang) == []


SAMPLE = sorted((ROOT / "src" / "raport" / "sample").rglob("*.toml"))
COMPARED = date(2019, 11, 16), date(2025, 7, 16)


@pytest.mark.parametrize("audience", OUTSIDE)
@pytest.mark.parametrize("path", SAMPLE, ids=lambda p: p.stem)
def test_no_case_of_the_sample_says_anything_forbidden_outside_the_desk(
    path: Path, audience: Audience
) -> None:
    file = read_case(read_toml(path.name, path.read_bytes()), PACK)
    as_of = file.case.as_of
    days = {*COMPARED, *([as_of, as_of + timedelta(days=60)] if as_of else [])}

    for day in days:
        for lang, text in told(file, LAW, day, audience):
            assert wrong_in(text, lang) == []


def test_the_sample_is_all_there() -> None:
    assert len(SAMPLE) == 13


@pytest.mark.parametrize("audience", OUTSIDE)
def test_no_case_made_for_a_rule_says_anything_forbidden_outside_the_desk(audience: Audience) -> None:
    """Cases for every rule of the Russian pack, those of his own conduct too."""
    length = 0
    for drawn in random_cases(LAW, 2019, 150):
        file = CaseFile(drawn.case, drawn.account, Identity(drawn.case.id))
        for lang, text in told(file, LAW, drawn.today, audience):
            assert wrong_in(text, lang) == []
            length += len(text)

    assert length > (0 if audience is Audience.PUBLIC else 150_000)


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_every_conclusion_of_any_pack_is_for_somebody_and_reaches_nobody_else(
    name: str, data: st.DataObject
) -> None:
    law = LAWS[name]
    drawn = data.draw(aimed_cases(law))
    whole = assess(drawn.case, law, drawn.today, drawn.account)
    said = conclusions_of(whole)

    assert all(one.audience for one in said)
    for audience in Audience:
        for one in conclusions_of(for_audience(whole, audience)):
            assert audience in one.audience


def conclusions_of(
    a: Assessment,
) -> list[Clock | Breach | Remedy | Danger | Offence | Question | PracticeNote]:
    clocks = [c for f in a.filings for c in f.clocks]
    breaches = [b for f in a.filings for b in f.breaches]
    return [*clocks, *breaches, *a.remedies, *a.dangers, *a.offences, *a.questions, *a.practice]


def flat(text: str) -> str:
    """Without the breaks of lines, which depend on the width."""
    return re.sub(r"\s+", " ", text)


PLANTED = [
    ("ru", "У вас есть 48 часов."),
    ("ru", "Вернитесь в течение двух суток."),
    ("ru", "Отсутствовать можно десять дней."),
    ("ru", "Десять дней вне части ещё не преступление."),
    ("ru", "Пока вас нет десять дней, это не преступление."),
    ("ru", "Десять дней его нет на службе: это не преступление."),
    ("ru", "Не быть на службе можно три дня."),
    ("ru", "Осталось 3 дня."),
    ("ru", "Трёхдневная отлучка."),
    ("ru", "Сорокавосьмичасовая отлучка."),
    ("ru", "Это безопасно."),
    ("ru", "Ваш шаг законный."),
    ("ru", "Вы подали в срок."),
    ("ru", "Вы подали вовремя."),
    ("ru", "Можете уехать домой."),
    ("ru", "Не волнуйтесь."),
    ("ru", "Подано ✓"),
    ("en", "You have 48 hours."),
    ("en", "Be back within two sutki."),
    ("en", "You may be absent for ten days."),
    ("en", "Ten days of absence are no crime."),
    ("en", "While you are gone for ten days it is no crime."),
    ("en", "Not to be in the unit for three days is no crime."),
    ("en", "You have three days left."),
    ("en", "This is safe."),
    ("en", "Your step is lawful."),
    ("en", "You filed in time."),
    ("en", "You can leave now."),
    ("en", "Do not worry."),
    ("en", "Filed ✅"),
]


@pytest.mark.parametrize(("lang", "sentence"), PLANTED)
def test_a_planted_sentence_is_found(lang: str, sentence: str) -> None:
    assert forbidden_in({lang: sentence}, PACK)


@pytest.mark.parametrize("audience", [Audience.APPLICANT, Audience.RELATIVE])
@pytest.mark.parametrize(("lang", "sentence"), PLANTED)
def test_a_sentence_planted_in_the_place_of_the_standing_text_is_found_in_what_is_told(
    lang: str, sentence: str, audience: Audience
) -> None:
    (standing,) = (d for d in PACK.dangers.values() if d.standing_text)
    instead = replace(standing, says={"ru": sentence, "en": sentence})
    planted = prepare(replace(PACK, dangers={**PACK.dangers, instead.id: instead}))
    file = read_case(read_toml("s1.toml", SAMPLE_ONE.read_bytes()), planted.pack)

    found = [(said, wrong_in(text, said)) for said, text in told(file, planted, COMPARED[0], audience)]

    assert any(wrong for said, wrong in found if said == lang)


@pytest.mark.parametrize("standing", standing_texts())
def test_the_standing_text_with_one_letter_changed_or_a_word_more_is_found(standing: str) -> None:
    lang = LANGUAGES[standing_texts().index(standing)]

    assert wrong_in(f"«{standing}».", lang) == []
    assert wrong_in(standing.replace("уклониться", "уклонятся").replace("evade", "evades"), lang)
    assert wrong_in(standing.replace("два дня", "три дня").replace("two days", "three days"), lang)
    assert wrong_in(standing + ". Это безопасно. This is safe.", lang)


@pytest.mark.parametrize(("lang", "sentence"), PLANTED)
def test_a_pack_with_a_planted_sentence_is_refused(lang: str, sentence: str) -> None:
    other = "en" if lang == "ru" else "ru"
    planted = f"""
    [[question]]
    id = "planted"
    asks = {{ {lang} = "{sentence}", {other} = "-" }}
    changes = {{ ru = "-", en = "-" }}
    scope = "case"
    when = {{ always = true }}
    order = 99
    audience = ["applicant"]
    """

    with pytest.raises(BadInput, match="no such words for this audience"):
        read_pack([*documents(), read_toml("planted.toml", planted.encode())])


def test_the_same_words_at_the_desk_are_no_fault() -> None:
    planted = """
    [[question]]
    id = "planted"
    asks = { ru = "У него есть 48 часов?", en = "Has he 48 hours?" }
    changes = { ru = "-", en = "-" }
    scope = "case"
    when = { always = true }
    order = 99
    """

    assert "planted" in read_pack([*documents(), read_toml("planted.toml", planted.encode())]).questions


def documents() -> list[Document]:
    return load_documents(pack_folder("ru"))


def test_every_planted_kind_is_one_of_the_rules_and_every_rule_has_a_planted_kind() -> None:
    bitten = {
        rule.id
        for rule in PACK.forbidden
        for lang, text in PLANTED
        if lang == rule.lang and re.search(rule.pattern, text)
    }

    assert {r.id for r in PACK.forbidden} == bitten


def test_a_sentence_of_the_desk_is_not_told_outside_it() -> None:
    words = Words({"secret": Sentence({"ru": "-", "en": "-"}, DESK)}, "ru", Audience.RELATIVE)

    with pytest.raises(NotForAudienceError, match="'secret' is not for the audience 'relative'"):
        words("secret")


def test_what_tells_against_a_man_reaches_nobody_outside_the_desk() -> None:
    case = """
    raport = 1
    case = "a1"
    jurisdiction = "ru"

    [[event]]
    id = "e1"
    kind = "absent"
    on = 2025-06-01
    """
    file = read_case(read_toml("a1.toml", case.encode()), PACK)
    assessment = assess(file.case, LAW, date(2025, 6, 16), file.account)

    for audience in OUTSIDE:
        said = Telling(PACK, load_words("ru", audience), file).tell(for_audience(assessment, audience))
        for word in ("e1", "отсутствует", "адвокат сейчас", "ступен", "337"):
            assert word not in flat(said).replace(standing_texts()[0], "")
