"""What may be said to whom: no sentence outside the desk counts hours of absence or reassures."""

import re
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from raport.adapters.packs import load_documents, load_pack, pack_folder
from raport.adapters.sentences import load_sentences, load_words
from raport.adapters.toml import read_toml
from raport.assess import assess, prepare
from raport.assess.audience import for_audience
from raport.casefile import read_case
from raport.documents import Document
from raport.errors import BadInput
from raport.law import DESK, Audience, read_pack
from raport.law.check import forbidden_in
from raport.prose import Telling
from raport.prose.words import NotForAudienceError, Sentence, Words
from tests.stories.stories import read_story
from tests.stories.test_stories import STORIES

PACK = load_pack("ru")
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


DAY_FORMS = {"day"}  # Russian writes the number of the month, English its name


@pytest.mark.parametrize(("name", "sentence"), list(outside_sentences()))
def test_the_engine_says_nothing_forbidden_outside_the_desk(name: str, sentence: Sentence) -> None:
    assert forbidden_in(sentence.text, PACK) == []


def standing_texts() -> list[str]:
    return [d.says[lang] for d in PACK.dangers.values() if d.standing_text for lang in LANGUAGES]


def test_the_standing_text_is_the_one_agreed_letter_by_letter(shared: Path) -> None:
    agreed = (shared / "domain.md").read_text(encoding="utf-8")

    russian = [d.says["ru"] for d in PACK.dangers.values() if d.standing_text]

    assert len(russian) == 1
    assert f"«{russian[0]}»" in agreed or f"«{russian[0]}.»" in agreed


@pytest.mark.parametrize("audience", OUTSIDE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_story_told_outside_the_desk_says_anything_forbidden(audience: Audience, lang: str) -> None:
    law, words = prepare(PACK), load_words(lang, audience)
    told = []
    for path in STORIES:
        story = read_story(path)
        file = read_case(read_toml(path.name, story.case.encode()), PACK)
        for day in story.days:
            assessment = for_audience(assess(file.case, law, day, file.account), audience)
            told.append(flat(Telling(PACK, words, file).tell(assessment)))

    text = "\n".join(told)
    for standing in standing_texts():
        text = text.replace(flat(standing), "")
    assert forbidden_in({lang: text}, PACK) == []
    assert audience is Audience.PUBLIC or len(text) > len(told)


def flat(text: str) -> str:
    """Without the breaks of lines, which depend on the width."""
    return re.sub(r"\s+", " ", text)


PLANTED = [
    ("ru", "У вас есть 48 часов."),
    ("ru", "Вернитесь в течение двух суток."),
    ("ru", "Отсутствовать можно десять дней."),
    ("ru", "Десять дней вне части ещё не преступление."),
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
    law = prepare(PACK)
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
    assessment = assess(file.case, law, date(2025, 6, 16), file.account)

    for audience in OUTSIDE:
        told = Telling(PACK, load_words("ru", audience), file).tell(for_audience(assessment, audience))
        for word in ("e1", "отсутствует", "адвокат сейчас", "ступен", "337"):
            assert word not in told.replace(flat(standing_texts()[0]), "")
