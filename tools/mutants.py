"""Change the code of `dates` and `assess` in one place at a time, and see whether a test notices.

.venv/bin/python tools/mutants.py                      all of it; goes on where an earlier run was stopped
.venv/bin/python tools/mutants.py raport.assess.clocks one module (or package)
.venv/bin/python tools/mutants.py --sample 20          the same few every time

A mutant flips a comparison, an `and`, an earliest and a latest, or moves a day or a number by one. It is
compiled in memory, no file changes. The tests named in `PARTS` are collected once; for each mutant a child is
forked that gives the changed functions their new code and runs the tests until one fails, those first that
noticed its neighbours. What has run before the fork (a pack read on import) cannot be changed so: there, and
where nobody noticed, a child imports everything anew with the one module changed.

Who survives must be listed in tools/mutants-survivors.toml with the reason; who is listed and dies, or is no
mutant any more, must be taken off the list.

(mutmut and cosmic-ray change files on disk, and neither knows what a day is.)
"""

import argparse
import ast
import gc
import hashlib
import importlib.util
import inspect
import json
import os
import resource
import select
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from importlib.machinery import ModuleSpec
from itertools import pairwise
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
LISTED = ROOT / "tools" / "mutants-survivors.toml"
KEPT = ROOT / ".mutants"

_ENGINE = (
    "tests/core/assess/test_clocks.py",
    "tests/stories/test_stories.py",
    "tests/core/assess",
    "--ignore-glob=*/test_column*.py",
    "--ignore=tests/core/assess/test_outcomes.py",  # slow, and of the packs more than of the code
)
PARTS: dict[str, tuple[str, ...]] = {
    "raport.dates": (
        "tests/core/dates",
        "tests/core/assess/test_clocks.py",
        "tests/core/assess/test_hull.py",
        "tests/stories/test_stories.py",
    ),
    "raport.assess.columns.terms": ("tests/core/assess/test_columns_terms.py",),
    "raport.assess.columns.likeness": ("tests/core/assess/test_columns_alike.py",),
    "raport.assess.columns.breaches": (
        "tests/core/assess/test_columns_alike.py",
        "tests/core/assess/test_column_breaches.py",
    ),
    "raport.assess.columns": (
        "tests/core/assess/test_columns.py",
        "tests/core/assess/test_column_breaches.py",
        "tests/core/assess/test_columns_parts.py",
        "tests/core/assess/test_columns_whole.py",
        "tests/core/assess/test_columns_corners.py",
        "tests/core/assess/test_columns_many_laws.py",
    ),
    "raport.assess": _ENGINE,
}
"""For each package the tests that must notice; the first package that a module belongs to counts."""

_MEMORY = 4 << 30


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: in which function, on which line of it, what became of what; `nth` where that is not yet
    enough.
    """

    where: str
    line: str
    change: str
    nth: int = 1

    def __str__(self) -> str:
        again = f" ({self.nth})" if self.nth > 1 else ""
        return f"{self.where}: {self.line}  [{self.change}{again}]"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a mutant. `by`: the test that noticed, or empty where none did."""

    mutant: Mutant
    by: str

    @property
    def survived(self) -> bool:
        return not self.by


# --- what is changed --------------------------------------------------------------------------------------

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_NAMES = {
    "min": "max",
    "max": "min",
    "YES": "POSSIBLY",
    "POSSIBLY": "UNKNOWN",
    "UNKNOWN": "NO",
    "NO": "UNKNOWN",
}
_ENDS = {"earliest": "latest", "latest": "earliest", "minimum": "maximum", "maximum": "minimum"}
_DAY = "__import__('datetime').timedelta(1)"
_SPAN = 2  # a span has two ends


def _others(node: ast.expr) -> Iterator[ast.expr]:  # one case a kind of change
    """What could stand instead of this expression."""
    match node:
        case ast.Compare(left, ops, right):
            for n, op in enumerate(ops):
                for other in _COMPARISONS[type(op)]:
                    yield ast.Compare(left, [*ops[:n], other(), *ops[n + 1 :]], right)
        case ast.BoolOp(ast.And(), values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(ast.Or(), values):
            yield ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, ast.Add(), right):
            yield ast.BinOp(left, ast.Sub(), right)
        case ast.BinOp(left, ast.Sub(), right):
            yield ast.BinOp(left, ast.Add(), right)
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() as value):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case ast.Name(name, ast.Load()) if name in _NAMES:
            yield ast.Name(_NAMES[name], ast.Load())
        case ast.Attribute(value, name, ast.Load()) if name in _ENDS:
            yield ast.Attribute(value, _ENDS[name], ast.Load())
    if _is_today(node):
        yield _next_day(node)


def _is_today(node: ast.expr) -> bool:
    match node:
        case ast.Name("today", ast.Load()) | ast.Attribute(_, "today", ast.Load()):
            return True
        case _:
            return False


def _next_day(node: ast.expr) -> ast.expr:
    return ast.BinOp(node, ast.Add(), ast.parse(_DAY, mode="eval").body)


def _days(node: ast.AST, returns: str) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Days that could be the next ones: the ends of a span that is made, the days a function returns, the
    days by which something is moved.
    """
    match node:
        case ast.Call(ast.Name("Span"), [first, last]):
            yield first, _next_day(first)
            yield last, _next_day(last)
        case ast.Call(ast.Attribute(ast.Name("Span"), "on"), [day]) if not _is_today(day):
            yield day, _next_day(day)
        case ast.Call(ast.Name("timedelta"), [days], []) | ast.Call(
            ast.Name("timedelta"), [], [ast.keyword("days", days)]
        ) if not isinstance(days, ast.Constant):
            yield days, ast.BinOp(days, ast.Add(), ast.Constant(1))
        case ast.Return(ast.expr() as value) if returns == "date":
            yield value, _next_day(value)
        case _:
            pass


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a tree where one expression may stand instead of another."""

    mutant: Mutant
    parent: ast.AST
    field: str
    index: int | None
    other: ast.expr


def sites(module: str, text: str, tree: ast.Module) -> list[Site]:
    """Every mutant of a module, in the order of its text."""
    found: list[Site] = []
    seen: Counter[Mutant] = Counter()
    lines = text.splitlines()

    def add(
        where: str, parent: ast.AST, field: str, index: int | None, node: ast.expr, other: ast.expr
    ) -> None:
        line = lines[node.lineno - 1].strip()
        plain = Mutant(where, line, f"{ast.unparse(node)} -> {ast.unparse(other).replace(_DAY, 'a day')}")
        seen[plain] += 1
        mutant = Mutant(plain.where, plain.line, plain.change, seen[plain])
        ast.fix_missing_locations(ast.copy_location(other, node))
        found.append(Site(mutant, parent, field, index, other))

    def walk(node: ast.AST, where: str, returns: str) -> None:
        days = {id(day): other for day, other in _days(node, returns)}
        for field, index, child in _children(node):
            inside, back = where, returns
            match child:
                case ast.FunctionDef(name=name):
                    inside, back = (
                        f"{where}.{name}",
                        "" if child.returns is None else ast.unparse(child.returns),
                    )
                case ast.ClassDef(name=name):
                    inside = f"{where}.{name}"
                case ast.expr():
                    for other in _others(child):
                        add(where, node, field, index, child, other)
                    if id(child) in days:
                        add(where, node, field, index, child, days[id(child)])
                case _:
                    pass
            walk(child, inside, back)
        for keyword in ast.iter_child_nodes(node):
            if isinstance(keyword, ast.keyword) and id(keyword.value) in days:
                add(where, keyword, "value", None, keyword.value, days[id(keyword.value)])

    walk(tree, module, "")
    return found


_NOT_CODE = {"annotation", "returns", "decorator_list", "type_params", "bases"}


def _children(node: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    """The parts of a node that run, each with its place; no annotations, no texts that explain."""
    if isinstance(node, (ast.TypeAlias, ast.Import, ast.ImportFrom)):
        return
    for field, value in ast.iter_fields(node):
        if field in _NOT_CODE:
            continue
        if isinstance(value, ast.AST):
            yield field, None, value
        elif isinstance(value, list):
            for index, one in enumerate(value):
                if isinstance(one, ast.AST):
                    yield field, index, one


# --- trying one -------------------------------------------------------------------------------------------

_OPTIONS = (
    "-q",
    "-s",
    "--tb=no",
    "-pno:cacheprovider",
    "-pno:xdist",
    "--hypothesis-profile=mutants",
    "-Wignore::pytest.PytestAssertRewriteWarning",
)
_LIMIT, _TIMES = 3.0, 5.0
"""A test that needs so many seconds of the processor and so many times what it needs else does not end."""
_WALL = 300.0
"""A child that is not back after so many seconds hangs where no signal reaches it."""
_UNMEASURED = 20.0


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant, the file it is in, and where in its tree."""

    path: Path
    site: Site
    tree: ast.Module

    @property
    def mutant(self) -> Mutant:
        return self.site.mutant

    def code(self, *, changed: bool) -> CodeType:
        """The module compiled with this one change, or without; the tree is as before afterwards."""
        if not changed:
            return compile(self.tree, str(self.path), "exec")
        place = getattr(self.site.parent, self.site.field)
        node = place if self.site.index is None else place[self.site.index]
        _put(self.site, self.site.other)
        try:
            return compile(self.tree, str(self.path), "exec")
        finally:
            _put(self.site, node)


def _put(site: Site, node: ast.expr) -> None:
    if site.index is None:
        setattr(site.parent, site.field, node)
    else:
        getattr(site.parent, site.field)[site.index] = node


type Name = tuple[str, str, int]
"""A function by its file, qualified name and line."""


def _name(code: CodeType) -> Name:
    return code.co_filename, code.co_qualname, code.co_firstlineno


class _Live:
    """The functions of our modules that exist when all tests are collected, and those that have run by then:
    what they have already made, no later change of them can make otherwise.
    """

    def __init__(self) -> None:
        self.ran: set[Name] = set()
        self._functions: dict[Name, list[FunctionType]] = {}

    def watch(self) -> None:
        """Note what runs from here on."""
        seen = sys.monitoring
        seen.use_tool_id(seen.PROFILER_ID, "mutants")
        seen.register_callback(seen.PROFILER_ID, seen.events.PY_START, self._started)
        seen.set_events(seen.PROFILER_ID, seen.events.PY_START)

    def _started(self, code: CodeType, _offset: int) -> Any:
        self.ran.add(_name(code))
        return sys.monitoring.DISABLE

    def stop(self) -> None:
        """All is collected: no more is noted, and what there is can be found."""
        sys.monitoring.set_events(sys.monitoring.PROFILER_ID, 0)
        sys.monitoring.free_tool_id(sys.monitoring.PROFILER_ID)
        ours = str(SOURCE)
        for thing in gc.get_objects():
            if type(thing) is FunctionType and thing.__code__.co_filename.startswith(ours):
                self._functions.setdefault(_name(thing.__code__), []).append(thing)

    def changes(self, old: CodeType, new: CodeType) -> list[tuple[FunctionType, CodeType]] | None:
        """Which functions get which code; None where that cannot make the module what it would be if it were
        imported changed: something that runs on import differs, or a function is not to be found.
        """
        found: list[tuple[FunctionType, CodeType]] = []
        return found if self._collect(old, new, found, inside=False) else None

    def _collect(
        self, old: CodeType, new: CodeType, found: list[tuple[FunctionType, CodeType]], *, inside: bool
    ) -> bool:
        if old == new:
            return True
        functions = self._functions.get(_name(old), []) if old.co_flags & inspect.CO_OPTIMIZED else []
        if any(f.__code__ != old for f in functions):
            return False  # two of one name on one line
        found += [(f, new) for f in functions]
        inside = inside or bool(functions)
        inner = [(a, b) for a, b in zip(_codes(old), _codes(new), strict=True) if a != b]
        if not inside and (not inner or _own(old) != _own(new)):
            return False
        return all(self._collect(a, b, found, inside=inside) for a, b in inner)

    def has_run(self, old: CodeType, new: CodeType) -> bool:
        """Whether anything that differs ran before."""
        if old == new:
            return False
        differs = _own(old) != _own(new) and _name(old) in self.ran
        return differs or any(self.has_run(a, b) for a, b in zip(_codes(old), _codes(new), strict=True))


def _codes(code: CodeType) -> list[CodeType]:
    return [c for c in code.co_consts if isinstance(c, CodeType)]


def _own(code: CodeType) -> tuple[bytes, tuple[str, ...], list[str]]:
    """What a function does itself, without those inside it."""
    return code.co_code, code.co_names, [repr(c) for c in code.co_consts if not isinstance(c, CodeType)]


class _Fresh:
    """Finds and loads one module from changed code instead of its file."""

    def __init__(self, trial: Trial) -> None:
        self._module, self._path = _module(trial.path), trial.path
        self._code = trial.code(changed=True)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name != self._module:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)  # type: ignore[arg-type] # a finder and loader in one

    def create_module(self, _spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)  # noqa: S102 - our own module, with one expression changed


class _Order:
    """Which tests first: those that noticed changes of the same function, then of the same module, each by
    what it costs; then the cheap before the dear.
    """

    def __init__(self, results: Iterable[Result]) -> None:
        self._by: dict[str, Counter[str]] = {}
        self.costs: dict[str, float] = {}
        for result in results:
            self.noticed(result)

    def noticed(self, result: Result) -> None:
        """Remember who noticed."""
        test = result.by.partition(": ")[0]
        if "::" in test:
            for where in (result.mutant.where, result.mutant.where.rpartition(".")[0]):
                self._by.setdefault(where, Counter())[test] += 1

    def of[T](self, mutant: Mutant, many: Iterable[tuple[str, T]]) -> list[T]:
        """These tests, each with its id, in the order in which they are to be run for this mutant."""
        here = self._by.get(mutant.where, Counter())
        near = self._by.get(mutant.where.rpartition(".")[0], Counter())

        def key(one: tuple[str, T]) -> tuple[float, float, float]:
            cost = self.costs.get(one[0], 0.0)
            return -here[one[0]] / (cost + 0.05), -near[one[0]] / (cost + 0.05), cost

        return [thing for _, thing in sorted(many, key=key)]


class _Telling:
    """In a child: runs tests until one fails, and tells which; a test that does not end has noticed too."""

    def __init__(self, told: int, costs: dict[str, float]) -> None:
        self._told, self._costs = told, costs
        self._failed = ""
        self._test = ""

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed and not self._failed:
            self._failed = report.nodeid

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed and not self._failed:
            self._failed = f"{report.nodeid}: cannot be imported"

    def run(self, items: Sequence[Any]) -> None:
        """Run them and be gone."""
        signal.signal(signal.SIGPROF, self._late)
        for item, after in pairwise([*items, None]):
            self._test = item.nodeid
            seconds = _LIMIT + _TIMES * self._costs.get(self._test, _UNMEASURED)
            signal.setitimer(signal.ITIMER_PROF, seconds)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if self._failed:
                break
        self.say(self._failed)

    def measure(self, items: Sequence[Any]) -> None:
        """Run them all, and tell what each cost."""
        for item, after in pairwise([*items, None]):
            began = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            self._costs[item.nodeid] = time.process_time() - began
        self.say(json.dumps({"failed": self._failed, "costs": self._costs}))

    def _late(self, _signal: int, _frame: object) -> None:
        self.say(f"{self._test}: it did not end")

    def say(self, said: str) -> NoReturn:
        """Tell it, and be gone."""
        data = said.encode()
        while data:
            data = data[os.write(self._told, data) :]
        os._exit(0)


@dataclass(slots=True)
class _Child:
    pid: int
    told: int
    until: float
    trial: Trial | None


def _fork(trial: Trial | None, work: Callable[[int], None]) -> _Child:
    """A child that does this work and tells what came of it by the pipe it is given."""
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.close(read)
            nothing = os.open(os.devnull, os.O_RDWR)
            for n in range(3):
                os.dup2(nothing, n)
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            work(write)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it belongs to the child
            os.write(write, f"the interpreter: {error!r}".encode()[:4000])
        finally:
            os._exit(0)
    os.close(write)
    return _Child(pid, read, time.monotonic() + _WALL, trial)


def _said(child: _Child) -> str:
    """What a child has told; it ends with that, or is ended."""
    said = b""
    while True:
        left = child.until - time.monotonic()
        ready, _, _ = select.select([child.told], [], [], max(left, 0))
        data = os.read(child.told, 1 << 16) if ready else b""
        said += data
        if not ready:
            os.kill(child.pid, signal.SIGKILL)
        if not data:
            break
    os.close(child.told)
    _, status = os.waitpid(child.pid, 0)
    if status:
        return "the clock: it hung" if os.WIFSIGNALED(status) else "the interpreter: it fell"
    return said.decode()


class _Many:
    """So many children at a time; results as they come."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._children: list[_Child] = []

    def add(self, child: _Child) -> Iterator[tuple[Trial, str]]:
        self._children.append(child)
        while len(self._children) >= self._processes:
            yield self._one()

    def rest(self) -> Iterator[tuple[Trial, str]]:
        while self._children:
            yield self._one()

    def _one(self) -> tuple[Trial, str]:
        ready, _, _ = select.select([c.told for c in self._children], [], [], _WALL)
        child = next((c for c in self._children if c.told in ready), self._children[0])
        self._children.remove(child)
        assert child.trial is not None
        return child.trial, _said(child)


class _Warm:
    """A pytest plugin: when the tests are collected they are not run here; for each mutant a child is forked
    that changes the functions where they lie and runs the tests.

    What it tells, a line each: the number of the mutant and the test that noticed; None for a mutant that
    must be tried afresh, since what it changes has run before the fork.
    """

    def __init__(self, trials: Sequence[Trial], order: _Order, told: int, asked: argparse.Namespace) -> None:
        self._trials, self._order, self._told, self._asked = trials, order, told, asked
        self._live = _Live()
        self._live.watch()

    def pytest_runtestloop(self, session: Any) -> bool:
        self._live.stop()
        items = [(i.nodeid, i) for i in session.items]
        if not items or session.testsfailed:
            os._exit(1)
        if self._asked.measure:
            self._measure([i for _, i in items], session.config)
        gc.collect()
        gc.freeze()
        many = _Many(self._asked.processes)
        numbers = {t.mutant: n for n, t in enumerate(self._trials)}
        ran_before: set[Mutant] = set()
        for trial in self._trials:
            if time.monotonic() > self._asked.until:
                break
            try:
                old, new = trial.code(changed=False), trial.code(changed=True)
            except SyntaxError:
                self._tell(numbers[trial.mutant], "the compiler")
                continue
            changes = self._live.changes(old, new)
            if changes is None:
                self._tell(numbers[trial.mutant], None)
                continue
            if self._live.has_run(old, new):
                ran_before.add(trial.mutant)
            ordered = self._order.of(trial.mutant, items)
            child = _fork(trial, partial(self._try, session.config, changes, ordered))
            for done, by in many.add(child):
                self._done(done, by, numbers, ran_before)
        for done, by in many.rest():
            self._done(done, by, numbers, ran_before)
        return True

    def _try(
        self, config: Any, changes: Sequence[tuple[FunctionType, CodeType]], items: Sequence[Any], told: int
    ) -> None:
        for function, code in changes:
            function.__code__ = code
        telling = _Telling(told, self._order.costs)
        config.pluginmanager.register(telling)
        telling.run(items)

    def _measure(self, items: Sequence[Any], config: Any) -> None:
        def work(told: int) -> None:
            telling = _Telling(told, {})
            config.pluginmanager.register(telling)
            telling.measure(items)

        measured = json.loads(_said(_fork(None, work)))
        if measured["failed"]:
            self._tell(-1, measured["failed"])
            os._exit(0)
        self._order.costs.update(measured["costs"])
        self._tell(-2, json.dumps(measured["costs"]))

    def _done(self, trial: Trial, by: str, numbers: dict[Mutant, int], ran_before: set[Mutant]) -> None:
        self._order.noticed(Result(trial.mutant, by))
        self._tell(numbers[trial.mutant], None if not by and trial.mutant in ran_before else by)

    def _tell(self, number: int, by: str | None) -> None:
        data = (json.dumps([number, by]) + "\n").encode()
        while data:
            data = data[os.write(self._told, data) :]


def _try_warm(
    trials: Sequence[Trial], part: str, order: _Order, asked: argparse.Namespace
) -> Iterator[Result | Trial]:
    """Results; a trial itself where it must be made afresh."""
    import pytest  # noqa: PLC0415 - the parent has imported it: `_prepare`

    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(read)
        nothing = os.open(os.devnull, os.O_RDWR)
        for n in (0,) if asked.noisy else (0, 1, 2):
            os.dup2(nothing, n)
        warm = _Warm(trials, order, write, asked)
        status = pytest.main([*_OPTIONS, *PARTS[part]], plugins=[warm])
        os._exit(int(status))
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as lines:
        for line in lines:
            number, by = json.loads(line)
            if number == -1:
                os.waitpid(pid, 0)
                raise SystemExit(f"the tests of {part} fail before anything is changed: {by}")
            if number == -2:
                order.costs.update(json.loads(by))
                print(f"{part}: its tests take {sum(order.costs.values()):.0f} s", flush=True)
                continue
            trial = trials[number]
            yield trial if by is None else Result(trial.mutant, by)
    _, status = os.waitpid(pid, 0)
    if status:
        raise SystemExit(
            f"the tests of {part} cannot be collected: pytest said {os.waitstatus_to_exitcode(status)}"
        )


def _try_fresh(
    trials: Sequence[Trial], part: str, order: _Order, asked: argparse.Namespace
) -> Iterator[Result]:
    """Each in a child that imports everything anew, with the one module changed."""
    many = _Many(asked.processes)
    for trial in trials:
        if time.monotonic() > asked.until:
            break
        for done, by in many.add(_fork(trial, partial(_import_and_run, trial, part, order))):
            yield Result(done.mutant, by)
    for done, by in many.rest():
        yield Result(done.mutant, by)


def _import_and_run(trial: Trial, part: str, order: _Order, told: int) -> None:
    import pytest  # noqa: PLC0415 - the parent has imported it: `_prepare`

    class Runs(_Telling):
        def pytest_runtestloop(self, session: Any) -> bool:
            if not self._failed:
                self.run(order.of(trial.mutant, [(i.nodeid, i) for i in session.items]))
            return True

    sys.meta_path.insert(0, _Fresh(trial))
    runs = Runs(told, order.costs)
    status = pytest.main([*_OPTIONS, *PARTS[part]], plugins=[runs])
    runs.say(runs._failed or f"pytest: it said {status}")  # noqa: SLF001 - its own child


def _prepare() -> None:
    """Import here, once, what every child needs; nothing of ours."""
    import _pytest  # noqa: F401, PLC0415 - children find it here
    import hypothesis  # noqa: PLC0415 - children find it here
    import hypothesis.strategies  # noqa: PLC0415 - children find it here
    import numpy as np  # noqa: F401, PLC0415 - children find it here
    import pytest  # noqa: F401, PLC0415 - children find it here

    os.chdir(ROOT)
    sys.path[:0] = [str(SOURCE), str(ROOT)]
    hypothesis.settings.register_profile(
        "mutants",
        max_examples=10,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    if any(name.split(".")[0] == "raport" for name in sys.modules):
        raise AssertionError("raport was imported before its mutants")


# --- all of them ------------------------------------------------------------------------------------------


def _module(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def _home(mutant: Mutant) -> str:
    """The module in which it is."""
    names = mutant.where.split(".")
    while names and not (SOURCE / Path(*names)).with_suffix(".py").is_file():
        names.pop()
    return ".".join(names)


def _part(module: str) -> str:
    return next(p for p in PARTS if module == p or module.startswith(p + "."))


def _paths(names: Iterable[str]) -> list[Path]:
    """The files of these modules and packages, each part after the other."""
    every = [
        p for part in PARTS for p in _files(SOURCE / Path(*part.split("."))) if _part(_module(p)) == part
    ]
    return [p for p in every if any(_module(p) == n or _module(p).startswith(n + ".") for n in names)]


def _files(place: Path) -> list[Path]:
    """Those of a package, or the one of a module."""
    module = place.with_suffix(".py")
    return [module] if module.is_file() else sorted(place.rglob("*.py"))


def _digest(part: str) -> str:
    """Of the core's code and the tests of the part: what was tried stays tried while these stay so."""
    found = hashlib.sha256()
    folders = [SOURCE / "raport" / "dates", SOURCE / "raport" / "assess"]
    folders += [ROOT / t for t in PARTS[part] if not t.startswith("-")]
    for folder in folders:
        for path in [folder] if folder.is_file() else sorted(folder.rglob("*.py")):
            found.update(path.read_bytes())
    return found.hexdigest()[:12]


def _kept(part: str, digest: str) -> dict[Mutant, Result]:
    path = KEPT / f"{part}-{digest}.jsonl"
    if not path.exists():
        return {}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {(m := Mutant(**row["mutant"])): Result(m, row["by"]) for row in rows}


def _ever(part: str) -> dict[Mutant, Result]:
    """What came of each when it was last tried, whatever the tests were then."""
    found: dict[Mutant, Result] = {}
    for path in sorted(KEPT.glob(f"{part}-*.jsonl"), key=lambda p: p.stat().st_mtime):
        found |= _kept(part, path.stem.removeprefix(f"{part}-"))
    return found


def _killed_before(part: str) -> dict[Mutant, Result]:
    """Whoever was noticed when it was last tried."""
    return {m: r for m, r in _ever(part).items() if not r.survived}


def _keep(part: str, digest: str, result: Result) -> None:
    KEPT.mkdir(exist_ok=True)
    with (KEPT / f"{part}-{digest}.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"mutant": asdict(result.mutant), "by": result.by}, ensure_ascii=False) + "\n")


def _listed() -> dict[Mutant, str]:
    """Who may survive, and why."""
    if not LISTED.exists():
        return {}
    rows = tomllib.loads(LISTED.read_text(encoding="utf-8")).get("survivor", [])
    return {Mutant(r["where"], r["line"], r["change"], r.get("nth", 1)): r["why"] for r in rows}


def _sample(found: Sequence[Trial], count: int) -> list[Trial]:
    """So many, spread over all, the same every time."""
    return sorted(found, key=lambda t: hashlib.sha256(str(t.mutant).encode()).digest())[:count]


def main(arguments: Sequence[str] | None = None) -> int:
    """Try them; 1 where one survives that is not listed, or one listed does not."""
    parser = argparse.ArgumentParser(description="mutants of dates and assess")
    parser.add_argument("names", nargs="*", default=list(PARTS), help="modules or packages; left out: all")
    parser.add_argument("--sample", type=int, default=0, help="so many only, the same every time")
    parser.add_argument("--fresh", action="store_true", help="forget what earlier runs have found")
    parser.add_argument(
        "--trust-kills", action="store_true", help="try only who was never noticed, under any tests"
    )
    parser.add_argument("--minutes", type=float, default=0, help="stop after so long; the next run goes on")
    parser.add_argument("--processes", type=int, default=2, help="so many children at a time")
    parser.add_argument("--list", action="store_true", help="show the mutants and try none")
    parser.add_argument("--table", action="store_true", help="what was tried so far, as Markdown; try none")
    parser.add_argument("--noisy", action="store_true", help="show what pytest says where it cannot begin")
    asked = parser.parse_args(arguments)
    asked.until = time.monotonic() + 60 * asked.minutes if asked.minutes else float("inf")
    asked.measure = not asked.sample

    found: list[Trial] = []
    for path in _paths(asked.names):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        found += [Trial(path, site, tree) for site in sites(_module(path), text, tree)]
    if asked.sample:
        listed = _listed()
        found = _sample([t for t in found if t.mutant not in listed], asked.sample)
    if asked.list:
        for trial in found:
            print(trial.mutant)
        print(f"{len(found)} mutants")
        return 0
    if asked.table:
        print("\n".join(_table([t.mutant for t in found], [_module(t.path) for t in found])))
        return 0
    return _report(found, _tried(found, asked), whole=not asked.sample and not asked.minutes)


def _tried(found: Sequence[Trial], asked: argparse.Namespace) -> dict[Mutant, Result]:
    parts = [p for p in PARTS if any(_part(_module(t.path)) == p for t in found)]
    digests = {part: _digest(part) for part in parts}
    results: dict[Mutant, Result] = {}
    for part in parts if not asked.fresh else ():
        results |= _killed_before(part) if asked.trust_kills else {}
        results |= _kept(part, digests[part])
    waiting = [t for t in found if t.mutant not in results]
    print(f"{len(found)} mutants, {len(found) - len(waiting)} tried before", flush=True)
    if not waiting:
        return results
    _prepare()
    listed = _listed()
    for part in parts:
        order = _Order([*_killed_before(part).values(), *results.values()])
        began = time.monotonic()
        here = [t for t in waiting if _part(_module(t.path)) == part]
        for n, result in enumerate(_try(here, part, order, asked), 1):
            results[result.mutant] = result
            if not asked.sample:
                _keep(part, digests[part], result)
            if result.survived and result.mutant not in listed:
                print(f"survived  {result.mutant}", flush=True)
            if n % 50 == 0:
                print(f"  {n} of {len(here)} of {part}, {time.monotonic() - began:.0f} s", flush=True)
        if time.monotonic() > asked.until:
            print("stopped: its time is over; the same command goes on from here")
            break
    return results


def _try(trials: Sequence[Trial], part: str, order: _Order, asked: argparse.Namespace) -> Iterator[Result]:
    """Each where the functions lie; afresh where that cannot tell."""
    afresh = []
    for one in _try_warm(trials, part, order, asked) if trials else ():
        if isinstance(one, Trial):
            afresh.append(one)
            continue
        order.noticed(one)
        yield one
    for result in _try_fresh(afresh, part, order, asked):
        order.noticed(result)
        yield result


def _report(found: Sequence[Trial], results: dict[Mutant, Result], *, whole: bool) -> int:
    listed = _listed()
    mutants = [t.mutant for t in found]
    alive = [m for m in mutants if m in results and results[m].survived]
    new = [m for m in alive if m not in listed]
    dead = [m for m in mutants if m in listed and m in results and not results[m].survived]
    modules = {_module(t.path) for t in found}
    gone = [m for m in listed if whole and m not in mutants and _home(m) in modules]
    for title, many in (("not listed", new), ("listed, yet noticed", dead), ("listed, yet no mutant", gone)):
        for mutant in many:
            print(f"{title}: {mutant}")
    tried = sum(m in results for m in mutants)
    print(
        f"{tried} of {len(mutants)} mutants tried: {tried - len(alive)} noticed, "
        f"{len(alive) - len(new)} survive with a reason, {len(new)} without"
    )
    return 1 if new or dead or gone else 0


def _table(mutants: Sequence[Mutant], modules: Sequence[str]) -> Iterator[str]:
    """Module by module how many were noticed when last tried; then who was not, and has no reason."""
    results: dict[Mutant, Result] = {}
    for part in PARTS:
        results |= {m: r for m, r in _ever(part).items() if _part(m.where) == part}
    listed = _listed()
    alive = [m for m in mutants if m in results and results[m].survived and m not in listed]
    yield "| module | mutants | noticed | no difference | not noticed | not tried |"
    yield "|---|---|---|---|---|---|"
    for module in [*dict.fromkeys(modules), ""]:
        here = [m for m, of in zip(mutants, modules, strict=True) if of == module or not module]
        tried = [m for m in here if m in results]
        reasons = sum(m in listed for m in here)
        missed = sum(m in alive for m in here)
        noticed = sum(not results[m].survived for m in tried if m not in listed)
        left = len(here) - reasons - missed - noticed
        yield f"| {module or 'all'} | {len(here)} | {noticed} | {reasons} | {missed} | {left} |"
    if alive:
        yield ""
        yield "Not noticed, and without a reason:"
        yield ""
        yield from (f"- `{m}`" for m in alive)


if __name__ == "__main__":
    sys.exit(main())
