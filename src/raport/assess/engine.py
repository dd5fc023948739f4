"""One case x the law x a day -> where each request stands, what was unlawful, what could be done, what may
hurt.

`assess` is pure: the same record, law and day give the same assessment. An old case is judged by the law of
its day, a step that would be taken today by the law of today.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from raport.assess.clocks import run_clock, versions_on
from raport.assess.holding import eras_on
from raport.assess.ladders import climb
from raport.assess.model import (
    Assessment,
    Because,
    Breach,
    Certainty,
    Cited,
    Clock,
    ClockState,
    Danger,
    Decision,
    ElementStatus,
    FilingStatus,
    GroundStatus,
    Met,
    Offence,
    PracticeNote,
    Remedy,
)
from raport.assess.needs import record_there
from raport.assess.place import Asking, Holding, Place
from raport.assess.prepared import REPRISAL, Law
from raport.assess.questions import Open, hangs, open_clock, rank_questions, strays
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES, CaseView, FilingView, Seen, look
from raport.casefile import Account, Case, Filing, Modality, Proof
from raport.dates import Span
from raport.law import Audience, Confidence, Forum, RemedyRule, Role

_DOES = "does"


def assess(case: Case, law: Law, today: date, account: Account | None = None) -> Assessment:
    """Where every request of `case` stands on `today` (a local calendar day), and why.

    The record alone (ring 3) is enough for clocks, breaches and remedies; with the `account` (ring 2)
    dangers,
    possible offences and the order of the remedies are told too. Never raises for a case that was read.
    """
    view = look(case, account, law.pack, today)
    return _Assessing(law, view).run()


def assess_filings(case: Case, law: Law, today: date) -> tuple[FilingStatus, ...]:
    """Of the record alone, the filings with their clocks and breaches, as `assess` gives them; no more."""
    assessing = _Assessing(law, look(case, None, law.pack, today))
    return tuple(assessing.filing(view).status for view in assessing.view.filings.values())


def assess_breaches(case: Case, law: Law, today: date) -> tuple[tuple[Breach, ...], ...]:
    """Of the record alone, for each filing the breaches that no clock comes to, as `assess` gives them."""
    assessing = _Assessing(law, look(case, None, law.pack, today))
    return tuple(assessing.breaches(view) for view in assessing.view.filings.values())


@dataclass(slots=True)
class _Found:
    """What was found on one filing, and where its conditions were asked."""

    view: FilingView
    place: Place
    status: FilingStatus


class _Assessing:
    """One run of `assess`: the case's view, and the open ends that become questions."""

    def __init__(self, law: Law, view: CaseView) -> None:
        self.law = law
        self.view = view
        self.open: list[Open] = []
        self.found: list[_Found] = []
        self.cited: dict[tuple[tuple[str, ...], Span], tuple[tuple[Cited, ...], int]] = {}

    def run(self) -> Assessment:
        case, pack = self.view.case, self.law.pack
        self.found = [self.filing(v) for v in self.view.filings.values()]
        self.open += strays(self.view)
        whole = self._whole_place()
        sealed = self._conduct()
        advocate = case.advocate_since is not None and case.advocate_since <= self.view.today
        advocate_only = bool(sealed) and not advocate
        offences = self._offences(whole) if self.view.with_account else ()
        dangers = self._dangers(whole)
        remedies = self._remedies(whole, advocate_only=advocate_only)
        return Assessment(
            case=case.id,
            on=self.view.today,
            jurisdiction=pack.id,
            law_checked=pack.checked,
            law_known=pack.known,
            as_of=case.as_of,
            comparison=case.comparison,
            notice=case.notice,
            with_account=self.view.with_account,
            advocate_only=advocate_only,
            advocate_because=tuple(s.event.id for s in sealed),
            filings=tuple(f.status for f in self.found),
            remedies=remedies,
            dangers=dangers,
            offences=offences,
            questions=() if advocate_only else rank_questions(self.open, self.law, whole),
            practice=self._practice(whole, advocate_only=advocate_only),
        )

    # --- one filing ---------------------------------------------------------------------------------------

    def filing(self, view: FilingView) -> _Found:
        """One filing with its clocks and breaches."""
        place = self._place(view)
        procedures = self._run_clocks(place)
        self._find_breaches(place, view)
        status = self._status(
            view,
            procedures,
            tuple(c for many in place.clocks.values() for c in many),
            tuple(b for many in place.breaches.values() for b in many),
        )
        return _Found(view, place, status)

    def breaches(self, view: FilingView) -> tuple[Breach, ...]:
        """The breaches of one filing that no clock comes to."""
        place = self._place(view)
        if self.law.breaches_ask_clocks:
            self._run_clocks(place)
        self._find_breaches(place, view)
        return tuple(b for many in place.breaches.values() for b in many if not b.clock)

    def _place(self, view: FilingView) -> Place:
        return Place(self.view, view, {}, {}, present=record_there(self.view, view))

    def _run_clocks(self, place: Place) -> tuple[str, ...]:
        """Run every clock of this filing and find what they come to; the procedures that set them going."""
        applies: dict[str, int] = {}
        procedures = []
        for procedure, asking in self.law.procedures:
            truth = asking(place).truth
            if truth:
                procedures.append(procedure.id)
                for name in procedure.clocks:
                    applies[name] = max(applies.get(name, NO), truth)
        for name, prepared in self.law.clocks.items():
            if name in applies:
                ran = run_clock(prepared, place, applies[name])
                if ran:
                    place.runs(name, [r.clock for r in ran])
                    self.open += [open_clock(r, prepared, place) for r in ran if hangs(r)]
        for breach in self._breaches_of_clocks(place.clocks):
            place.breached(breach)
        return tuple(procedures)

    def _find_breaches(self, place: Place, view: FilingView) -> None:
        for rule, asking in self.law.breaches:
            held = asking(place)
            if held.truth == NO:
                continue
            found = self._breach(rule.id, rule.provisions, held, rule.audience, view)
            if found is not None:
                place.breached(found)
                self._keep_open("breach", rule.id, view, held, asking, place)

    def _status(
        self,
        view: FilingView,
        procedures: tuple[str, ...],
        clocks: tuple[Clock, ...],
        breaches: tuple[Breach, ...],
    ) -> FilingStatus:
        state, event, certain = _stage(view, self.law)
        return FilingStatus(
            id=view.filing.id,
            kind=view.filing.kind,
            state=state,
            state_event=event,
            certainty=Certainty.CERTAIN if certain else Certainty.POSSIBLE,
            procedures=procedures,
            clocks=clocks,
            breaches=breaches,
            ground=self._ground(view),
            filed=view.filed,
        )

    def _ground(self, view: FilingView) -> GroundStatus | None:
        name = view.filing.ground
        if name not in self.law.pack.grounds:
            return None
        then = eras_on(self.law.pack, name, view.filed)
        now = eras_on(self.law.pack, name, self.view.now)
        cited: list[Cited] = []
        for eras, on in ((then, view.filed), (now, self.view.now)):
            cited += [c for era in eras for c in self._cite((era.provision,), on)[0]]
        events = () if view.begun is None else (view.begun.event.id,)
        return GroundStatus(
            ground=name,
            filed=tuple(dict.fromkeys(e.open for e in then)),
            today=tuple(dict.fromkeys(e.open for e in now)),
            because=Because(events, tuple(dict.fromkeys(cited))),
        )

    def _breaches_of_clocks(self, clocks: Mapping[str, list[Clock]]) -> Iterable[Breach]:
        for many in clocks.values():
            for clock in many:
                rule = self.law.pack.clocks[clock.rule]
                for breach, state in ((rule.overdue, ClockState.OVERDUE), (rule.late, ClockState.LATE)):
                    if not breach or state not in clock.states:
                        continue
                    certain = clock.certainty is Certainty.CERTAIN and clock.states == (state,)
                    yield Breach(
                        id=breach,
                        provisions=clock.because.provisions,
                        certainty=Certainty.CERTAIN if certain else clock.certainty.doubtful,
                        law=clock.law,
                        proof=clock.proof,
                        because=clock.because,
                        audience=self.law.pack.breaches[breach].audience,
                        clock=clock.id,
                    )

    def _breach(
        self,
        name: str,
        provisions: tuple[str, ...],
        held: Holding,
        audience: frozenset[Audience],
        view: FilingView,
    ) -> Breach | None:
        on = _days(held.events, view.filed, self.view.today)
        cited, force = self._cite(provisions, on)
        if not cited:
            return None  # No provision that forbids it was in force on its day.
        return Breach(
            id=name,
            provisions=cited,
            certainty=_certainty(min(held.truth, force)),
            law=_law(cited),
            proof=_proof(held.events),
            because=Because(_ids(held.events), cited, _facts(held)),
            audience=audience,
        )

    # --- the whole case -----------------------------------------------------------------------------------

    def _whole_place(self) -> Place:
        clocks: dict[str, list[Clock]] = {}
        breaches: dict[str, list[Breach]] = {}
        for found in self.found:
            for name, ran in found.place.clocks.items():
                clocks.setdefault(name, []).extend(ran)
            for name, many in found.place.breaches.items():
                breaches.setdefault(name, []).extend(many)
        whole = Place(self.view, None, present=record_there(self.view, None))
        for name, ran in clocks.items():
            whole.runs(name, ran)
        for breach in (b for many in breaches.values() for b in many):
            whole.breached(breach)
        return whole

    def _places(self, scope: str, whole: Place) -> list[Place]:
        return [whole] if scope == "case" else [f.place for f in self.found]

    def _conduct(self) -> list[Seen]:
        """What the applicant himself is said to have done: such a case is the advocate's alone."""
        kinds = self.law.pack.kinds
        return [
            s
            for s in self.view.events
            if kinds[s.event.kind].conduct and s.event.modality in (Modality.DONE, Modality.CLAIMED)
        ]

    def _offences(self, whole: Place) -> tuple[Offence, ...]:
        offences = []
        for rule, asking, elements in self.law.offences:
            held = asking(whole)
            if held.truth == NO:
                continue
            cited, force = self._cite(rule.provisions, _days(held.events, None, self.view.today))
            if not cited:
                continue
            answers = [(name, ask(whole)) for name, ask in elements]
            spoken = tuple(dict.fromkeys(s for _, answer in answers for s in answer.events))
            events = held.events + tuple(s for s in spoken if s not in held.events)
            spoken_to = YES if all(a.truth == YES for _, a in answers) else POSSIBLY
            truth = min(held.truth, force, spoken_to)
            offences.append(
                Offence(
                    id=rule.id,
                    certainty=_certainty(truth),
                    elements=tuple(ElementStatus(n, _MET[a.truth], _ids(a.events)) for n, a in answers),
                    law=_law(cited),
                    proof=_proof(events),
                    because=Because(_ids(events), cited),
                    audience=rule.audience,
                )
            )
            self._keep_open("offence", rule.id, None, held, asking, whole)
        return tuple(offences)

    def _dangers(self, whole: Place) -> tuple[Danger, ...]:
        dangers: list[tuple[int, Danger]] = []
        for rule, asking in self.law.dangers:
            if not self.view.with_account and not rule.leads:
                continue
            for place in self._places(rule.scope, whole):
                held = asking(place)
                if held.truth == NO:
                    continue
                cited, force = self._cite(rule.provisions, self.view.now)
                if rule.provisions and not cited:
                    continue
                self._keep_open("danger", rule.id, place.filing, held, asking, place)
                danger = Danger(
                    id=rule.id,
                    filing="" if place.filing is None else place.filing.filing.id,
                    leads=rule.leads,
                    certainty=_certainty(min(held.truth, force)),
                    law=_law(cited),
                    because=Because(_ids(held.events), cited, _facts(held)),
                    audience=rule.audience,
                )
                dangers.append((rule.order, danger))
        if self.view.with_account:
            dangers += [(0, d) for d in climb(self.law, whole)]
        dangers.sort(key=lambda d: (not d[1].leads, d[0]))
        return tuple(d for _, d in dangers)

    def _remedies(self, whole: Place, *, advocate_only: bool) -> tuple[Remedy, ...]:
        decisions = self._decisions()
        remedies: list[tuple[int, Remedy]] = []
        for rule, asking, leading in self.law.remedies:
            if advocate_only and not rule.advocate_only:
                continue
            for place in self._places(rule.scope, whole):
                held = asking(place)
                if held.truth == NO:
                    continue
                cited, force = self._cite(rule.provisions, self.view.now)
                if rule.provisions and not cited:
                    break  # A step taken today needs a provision that is in force today.
                self._keep_open("remedy", rule.id, place.filing, held, asking, place)
                until, clock = self._until(rule, place)
                forum = self._forum(rule, place.filing)
                hears = () if forum is None else self._cite((forum.provision,), self.view.now)[0]
                cited_here = tuple(dict.fromkeys((*cited, *hears)))
                remedy = Remedy(
                    id=rule.id,
                    filing="" if place.filing is None else place.filing.filing.id,
                    to=self._to(rule, place.filing, forum),
                    certainty=_certainty(min(held.truth, force)),
                    leads=leading is not None and leading(place).truth >= POSSIBLY,
                    until=until,
                    until_clock=clock,
                    retaliation=self._retaliation(rule.id, place),
                    decision=decisions.get(rule.id, Decision.UNDECIDED),
                    law=_law(cited_here),
                    because=Because(_ids(held.events), cited_here, _facts(held)),
                    audience=rule.audience,
                )
                remedies.append((rule.order, remedy))
        remedies.sort(key=_closes_first)
        return tuple(r for _, r in remedies)

    def _decisions(self) -> dict[str, Decision]:
        """The last decision on each step; one made without being told what it exposes is none."""
        kinds = self.law.pack.kinds
        decisions: dict[str, Decision] = {}
        chosen = [s for s in self.view.events if kinds[s.event.kind].role is Role.CHOOSES]
        for seen in sorted(chosen, key=lambda s: (s.on.latest, s.on.earliest)):
            words = seen.event.fields
            if words.get("told", "yes") != "yes":
                continue
            does = words.get("choice", _DOES) == _DOES
            decisions[words.get("step", "")] = Decision.CHOSEN if does else Decision.DECLINED
        return decisions

    def _until(self, rule: RemedyRule, place: Place) -> tuple[Span | None, str]:
        best: tuple[Span | None, str] = (None, "")
        for name in rule.until:
            for clock in place.clocks.get(name, ()):
                leading = clock.leading
                if leading is None or leading.due is None or leading.due.open_end:
                    continue
                if ClockState.RUNNING not in clock.states:
                    continue
                if best[0] is None or leading.due.earliest < best[0].earliest:
                    best = (leading.due, clock.id)
        return best

    def _to(self, rule: RemedyRule, view: FilingView | None, forum: Forum | None) -> tuple[str, ...]:
        filing = None if view is None else view.filing
        out: dict[str, None] = {}
        for word in rule.to:
            out.update(dict.fromkeys(self._who(word, filing, forum)))
        return tuple(out)

    def _who(self, word: str, filing: Filing | None, forum: Forum | None) -> Iterable[str]:
        pack = self.law.pack
        if word == "@addressee":
            return filing.to if filing else ()
        if word == "@above":
            known = (pack.authorities[a] for a in (filing.to if filing else ()) if a in pack.authorities)
            return [a for authority in known for a in authority.above]
        if word == "@forum":
            return () if forum is None else (forum.to,)
        if word.startswith("@"):
            return sorted(self.law.found.group(word[1:]))
        return (word,)

    def _forum(self, rule: RemedyRule, view: FilingView | None) -> Forum | None:
        """The court that would hear this challenge; none where what exactly is challenged is not known."""
        if view is None or "@forum" not in rule.to:
            return None
        filing = view.filing
        claim = Filing("", filing.kind, filing.asks, filing.ground, filing.to, what=rule.what or filing.what)
        there = Place(self.view, FilingView(claim, [], {}, self.view.now, None))
        for forum, asking in self.law.forums:
            held = asking(there)
            if held.truth == YES:
                return forum
            if held.truth != NO:
                return None
        return None

    def _retaliation(self, remedy: str, place: Place) -> tuple[str, ...]:
        return tuple(
            practice.id
            for practice, asking in self.law.reprisals.get(remedy, ())
            if practice.since <= self.view.today and (asking is None or asking(place).truth >= POSSIBLY)
        )

    def _practice(self, whole: Place, *, advocate_only: bool) -> tuple[PracticeNote, ...]:
        open_then = {rule.id for rule, _, _ in self.law.remedies if rule.advocate_only}
        notes = []
        for practice, asking in self.law.practices:
            if practice.since > self.view.today or (practice.remedies and practice.topic == REPRISAL):
                continue
            if advocate_only and open_then.isdisjoint(practice.remedies):
                continue  # It speaks of steps that are not open before an advocate comes.
            for place in self._places(practice.scope, whole):
                held = Holding(YES) if asking is None else asking(place)
                if held.truth < POSSIBLY:
                    continue
                filing = "" if place.filing is None else place.filing.filing.id
                because = Because(_ids(held.events), (), _facts(held))
                notes.append(
                    PracticeNote(practice.id, filing, _certainty(held.truth), because, practice.audience)
                )
        return tuple(notes)

    # --- citing -------------------------------------------------------------------------------------------

    def _cite(self, provisions: tuple[str, ...], on: Span) -> tuple[tuple[Cited, ...], int]:
        """The provisions in force on these days in their versions, and how surely any of them was."""
        known = self.cited.get((provisions, on))
        if known is None:
            known = self.cited[provisions, on] = self._cited(provisions, on)
        return known

    def _cited(self, provisions: tuple[str, ...], on: Span) -> tuple[tuple[Cited, ...], int]:
        cited: list[Cited] = []
        force = NO if provisions else YES
        for name in dict.fromkeys(provisions):
            provision = self.law.pack.provisions[name]
            for version, part in versions_on(provision, on):
                cited.append(self.law.cites[id(version)])
                force = max(force, YES if part == on else POSSIBLY)
        return tuple(cited), force

    def _keep_open(
        self, what: str, name: str, view: FilingView | None, held: Holding, asking: Asking, place: Place
    ) -> None:
        if held.truth != YES and held.hinges:
            filing = "" if view is None else view.filing.id
            self.open.append(Open(what, name, filing, held.hinges, asking, place))


_MET = {NO: Met.MISSING, UNKNOWN: Met.MISSING, POSSIBLY: Met.POSSIBLY, YES: Met.MET}


def _stage(view: FilingView, law: Law) -> tuple[str, str, bool]:
    """The last stage this request is known to have reached: its kind, the event, and whether no other may
    be the last.
    """
    staged = [
        (law.pack.kinds[s.event.kind].stage, s)
        for s in view.events
        if law.pack.kinds[s.event.kind].stage and s.event.modality in (Modality.DONE, Modality.CLAIMED)
    ]
    if not staged:
        return "", "", True
    last = [(n, s) for n, s in staged if not any(s.on.latest < other.on.earliest for _, other in staged)]
    stage, seen = max(last, key=lambda c: (c[0], c[1].on.latest))
    kind = seen.event.kind
    others = [(n, s.on.latest) for n, s in staged if s.event.kind != kind]
    certain = any(
        s.sure == YES
        and all(end < s.on.earliest or (end == s.on.earliest and n < stage) for n, end in others)
        for _, s in staged
        if s.event.kind == kind
    )
    return kind, seen.event.id, certain


def _days(events: tuple[Seen, ...], filed: Span | None, today: date) -> Span:
    """The days by whose law something is judged: the latest of the events, else the filing, else today."""
    if events:
        return max((s.on for s in events), key=lambda on: (on.latest, on.earliest))
    if filed is not None and not (filed.open_start and filed.open_end):
        return filed
    return Span.on(today)


def _certainty(truth: int) -> Certainty:
    """How certain is what is told: what does not hold is not told."""
    return _CERTAINTY[truth]


_CERTAINTY = {
    UNKNOWN: Certainty.UNKNOWN,
    POSSIBLY: Certainty.POSSIBLE,
    YES: Certainty.CERTAIN,
}


def _law(cited: tuple[Cited, ...]) -> Confidence:
    return Confidence.lowest(*(c.confidence for c in cited)) if cited else Confidence.MEMORY


def _proof(events: tuple[Seen, ...]) -> Proof:
    return Proof.weakest(*(s.event.proof for s in events)) if events else Proof.NONE


def _ids(events: Iterable[Seen]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.event.id for s in events))


def _facts(held: Holding) -> tuple[str, ...]:
    return tuple(dict.fromkeys(held.facts))


def _closes_first(item: tuple[int, Remedy]) -> tuple[bool, bool, date, int]:
    order, remedy = item
    until = remedy.until
    return (not remedy.leads, until is None, until.earliest if until else date.max, order)
