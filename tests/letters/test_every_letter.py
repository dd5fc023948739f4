"""Every letter for every case to which it is open, by each who may write it, to each it may go to."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from raport.casefile import Proof
from raport.drafting import Known, Letter, Why
from raport.drafting.sheet import MOST_BY_HAND, lines_by_hand, sheet
from raport.law.letters import As, Form
from tests.letters.cases import LAW, PACK, At, drafts, everything, sample, stories


def letters() -> Iterator[tuple[At, Letter]]:
    yield from ((at, drafted.letter) for at, drafted in everything())


def test_there_are_many_and_every_skeleton_is_among_them() -> None:
    reached = {letter.skeleton.id for _, letter in letters()}

    assert len(everything()) > 2000
    assert set(PACK.letters.skeletons) - reached == set()


def test_every_remedy_with_a_letter_has_its_skeleton_and_the_others_are_no_papers() -> None:
    without = {r.id for r in PACK.remedies.values() if not r.letter}

    assert {r.letter for r in PACK.remedies.values() if r.letter} == set(PACK.letters.skeletons)
    assert without == {
        *("advocate-first", "keep-proof", "safety-plan", "e-channel"),
        *("court-returned", "damages", "press", "collective-claim"),
    }


def test_a_case_that_is_an_advocates_yields_none() -> None:
    closed = [at for at in (*sample(), *stories()) if at.assessment.advocate_only]

    assert len(closed) > 5
    assert all(not list(drafts(at)) for at in closed)


def test_no_place_is_left_open_and_none_is_told_by_its_own_name() -> None:
    for at, letter in letters():
        assert not re.search(r"[{}]", letter.text), (at.name, letter.skeleton.id)
        for blank in letter.blanks:
            assert not re.match(r"[a-z]", blank.hint), (at.name, letter.skeleton.id, blank.hint)


def test_the_words_of_the_pack_itself_stop_no_letter() -> None:
    assert [(at.name, x.skeleton.id, x.stops) for at, x in letters() if x.stops] == []


def test_facts_stand_in_the_order_of_time() -> None:
    for at, letter in letters():
        days = {e.id: (e.on.earliest, e.on.latest) for e in at.file.case.events}
        told = [days[fact.event] for fact in letter.facts]
        assert told == sorted(told), (at.name, letter.skeleton.id)
        assert all(first <= at.on for first, _ in told)


def test_a_fact_has_its_exhibits_and_says_where_it_is_not_the_authors_own() -> None:
    heard = 0
    for at, letter in letters():
        numbered = {name: n for n, name in enumerate(letter.exhibits, 1)}
        shown = [p.text for p in letter.paragraphs if p.as_ is As.FACTS]
        if not shown:
            continue
        for fact, text in zip(letter.facts, shown, strict=True):
            for exhibit in fact.exhibits:
                assert re.search(rf"приложение [\d, ]*\b{numbered[exhibit]}\b", text), (at.name, text)
            if fact.known is Known.HEARSAY:
                heard += 1
                assert "известно мне от других" in text
            if fact.known is Known.ASK:
                assert "[видели и слышали это сами" in text
            assert fact.known is Known.HIMSELF or fact.proof is not Proof.DOCUMENTED
    assert heard > 100


def test_what_may_harm_him_and_what_is_not_held_is_no_annex() -> None:
    kept_out = 0
    for at, letter in letters():
        for name in letter.exhibits:
            known = at.file.case.exhibits[name]
            assert known.state in ("held", "copy")
            assert not known.use_risk
        kept_out += sum(out.why in (Why.USE_RISK, Why.NOT_HELD) for out in letter.left_out)
    assert kept_out > 10


def test_nothing_of_ring_2_is_told() -> None:
    for at, letter in letters():
        told = {fact.event for fact in letter.facts}
        assert told <= {e.id for e in at.file.case.events}, (at.name, letter.skeleton.id)
        assert all(PACK.kinds[e.kind].ring == 3 for e in at.file.case.events if e.id in told)


def test_what_is_cited_is_in_force_on_the_day_of_the_letter() -> None:
    for at, letter in letters():
        for citation in letter.citations:
            versions = PACK.provisions[citation.provision].versions
            assert any(v.in_force.contains(letter.on) for v in versions), (at.name, citation)


def test_a_report_of_a_crime_has_only_what_its_author_knows() -> None:
    found = [letter for _, letter in letters() if letter.skeleton.first_hand]

    assert any(letter.facts for letter in found)
    assert all(fact.known is Known.HIMSELF for letter in found for fact in letter.facts)


def test_what_is_copied_by_hand_is_short() -> None:
    longest = 0
    for at, letter in letters():
        if Form.HAND in letter.skeleton.forms:
            count = lines_by_hand(letter.hand)
            longest = max(longest, count)
            assert 0 < count <= MOST_BY_HAND, (at.name, letter.skeleton.id)
    assert longest > 12


def test_a_paper_for_a_court_is_not_copied_by_hand_and_says_who_prints_it() -> None:
    courts = [s for s in PACK.letters.skeletons.values() if s.frame in ("court", "in-court")]

    assert len(courts) >= 9
    for skeleton in courts:
        assert skeleton.forms == {Form.DOCX, Form.PDF, Form.SHEET}
        assert all(skeleton.prints[lang] for lang in PACK.languages)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_sheet_is_told_for_each_and_fits_the_terminal(language: str) -> None:
    from raport.app.drafts import letter_words

    words = letter_words(language)
    for at, letter in letters():
        for line in sheet(letter, PACK, words).splitlines():
            assert len(line) <= 80, (at.name, letter.skeleton.id, line)
            assert line == line.rstrip()


def test_the_confidence_of_the_law_is_on_the_sheet_and_never_in_the_letter() -> None:
    from raport.app.drafts import letter_words

    words = letter_words("ru")
    for _, letter in letters():
        beside = sheet(letter, PACK, words)
        for citation in letter.citations:
            assert words(f"confidence-{citation.confidence.value}") in " ".join(beside.split())
        assert "по памяти" not in letter.text
        assert "не проверял" not in letter.text


def test_the_same_wish_makes_the_same_letter() -> None:
    at = next(at for at in sample() if at.name == "x9")
    assert [d.letter for d in drafts(at)] == [d.letter for d in drafts(at)]


def test_a_letter_of_today_is_dated_today() -> None:
    for at, letter in letters():
        assert f"{at.on:%d.%m.%Y}" in letter.text
    assert LAW.pack is PACK
    assert {at.on for at, _ in letters()} > {date(2026, 11, 20)}
