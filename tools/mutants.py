"""Change the code of `dates` and `assess` in one place at a time, and see whether a test notices.

.venv/bin/python tools/mutants.py                      all of it; goes on where an earlier run was stopped
.venv/bin/python tools/mutants.py raport.assess.clocks one module (or package)
.venv/bin/python tools/mutants.py --sample 20          the same few every time

A mutant flips a comparison, an `and`, an earliest and a latest, or moves a day or a number by one. It is
compiled in memory: a child of this process imports the changed module instead of the file's, and runs the
tests named for it in `PARTS` until the first one fails. Who survives must be listed in
tools/mutants-survivors.toml with the reason; who is listed and dies, or is no mutant any more, must be taken
off the list.

(mutmut and cosmic-ray change files on disk, and neither knows what a day is.)
"""

import argparse
import ast
import hashlib
import importlib.util
import json
import os
import resource
import signal
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
LISTED = ROOT / "tools" / "mutants-survivors.toml"
KEPT = ROOT / ".mutants"

_ASSESS = (
    "tests/core/assess/test_clocks.py",
    "tests/stories/test_stories.py",
    "tests/core/assess",
    "--ignore=tests/core/assess/test_columns.py",
    "--ignore=tests/core/assess/test_outcomes.py",  # slow, and of the packs more than of the code
)
PARTS: dict[str, tuple[str, ...]] = {
    "raport.dates": ("tests/core/dates", "tests/core/assess", "tests/stories/test_stories.py"),
    "raport.assess.columns": ("tests/core/assess/test_columns.py",),
    "raport.assess": _ASSESS,
}
"""For each package the tests that must notice; the first package that a module belongs to counts."""

PROCESSES = 2
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


class _Changed:
    """Finds and loads one module from a tree instead of its file."""

    def __init__(self, module: str, path: Path, tree: ast.Module) -> None:
        self._module, self._path = module, path
        self._code = compile(tree, str(path), "exec")

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name != self._module:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)  # type: ignore[arg-type]

    def create_module(self, _spec: ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(self._code, module.__dict__)  # noqa: S102 - our own module, with one expression changed


class _First:
    """A pytest plugin that remembers the first test that failed."""

    def __init__(self) -> None:
        self.failed = ""

    def pytest_runtest_logreport(self, report: object) -> None:
        if getattr(report, "failed", False) and not self.failed:
            self.failed = str(getattr(report, "nodeid", "?"))

    def pytest_collectreport(self, report: object) -> None:
        if getattr(report, "failed", False) and not self.failed:
            self.failed = f"{getattr(report, 'nodeid', '?')} (import)"


def _run_tests(tests: Sequence[str], told: int) -> None:
    """In the child: run the tests, tell the first that fails, and be gone."""
    import pytest  # noqa: PLC0415 - already there: the parent has imported it

    nothing = os.open(os.devnull, os.O_RDWR)
    for n in range(3):
        os.dup2(nothing, n)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    first = _First()
    options = [
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "--tb=no",
        "--hypothesis-profile=mutants",
        "-Wignore::pytest.PytestAssertRewriteWarning",
    ]
    status = pytest.main([*options, *tests], plugins=[first])
    said = first.failed or ("" if status == 0 else f"pytest said {status}")
    os.write(told, said.encode()[:4000])
    os._exit(0)


@dataclass(slots=True)
class _Child:
    pid: int
    told: int
    until: float
    mutant: Mutant


def _fork(mutant: Mutant, changed: _Changed | None, tests: Sequence[str], seconds: float) -> _Child:
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.chdir(ROOT)
            if changed is not None:
                sys.meta_path.insert(0, changed)
            _run_tests(tests, write)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it belongs to the child
            os.write(write, repr(error).encode()[:4000])
        finally:
            os._exit(1)
    os.close(write)
    return _Child(pid, read, time.monotonic() + seconds, mutant)


def _ended(child: _Child) -> str | None:
    """The test that noticed, empty where none did, None while it still runs."""
    pid, status = os.waitpid(child.pid, os.WNOHANG)
    if not pid:
        if time.monotonic() < child.until:
            return None
        os.kill(child.pid, signal.SIGKILL)
        os.waitpid(child.pid, 0)
        os.close(child.told)
        return "the clock: it did not end"
    with os.fdopen(child.told, "rb") as told:
        said = told.read().decode()
    return said if status == 0 else said or "the interpreter: it fell"


def _prepare() -> None:
    """Import here, once, what every child needs; nothing of ours."""
    import _pytest  # noqa: F401, PLC0415
    import hypothesis  # noqa: PLC0415
    import hypothesis.strategies  # noqa: PLC0415
    import numpy as np  # noqa: F401, PLC0415
    import pytest  # noqa: F401, PLC0415

    sys.path[:0] = [str(SOURCE), str(ROOT)]
    hypothesis.settings.register_profile(
        "mutants",
        max_examples=20,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    if any(name.split(".")[0] == "raport" for name in sys.modules):
        raise AssertionError("raport was imported before its mutants")


def _wait(children: list[_Child]) -> Iterator[Result]:
    """Results of those that have ended; at least one."""
    while True:
        for child in list(children):
            by = _ended(child)
            if by is not None:
                children.remove(child)
                yield Result(child.mutant, by)
                return
        time.sleep(0.01)


def _try_all(
    wanted: Sequence[tuple[Path, Site, ast.Module, str]], limits: dict[str, float]
) -> Iterator[Result]:
    children: list[_Child] = []
    for path, site, tree, part in wanted:
        changed = _compiled(path, site, tree)
        if changed is None:
            yield Result(site.mutant, "the compiler")
            continue
        children.append(_fork(site.mutant, changed, PARTS[part], limits[part]))
        while len(children) >= PROCESSES:
            yield from _wait(children)
    while children:
        yield from _wait(children)


def _compiled(path: Path, site: Site, tree: ast.Module) -> _Changed | None:
    """The module with this one change; the tree is as before afterwards."""
    place = getattr(site.parent, site.field)
    node = place if site.index is None else place[site.index]
    _put(site, site.other)
    try:
        return _Changed(_module(path), path, tree)
    except (SyntaxError, ValueError):
        return None
    finally:
        _put(site, node)


def _put(site: Site, node: ast.expr) -> None:
    if site.index is None:
        setattr(site.parent, site.field, node)
    else:
        getattr(site.parent, site.field)[site.index] = node


# --- all of them ------------------------------------------------------------------------------------------


def _module(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def _part(module: str) -> str:
    return next(p for p in PARTS if module == p or module.startswith(p + "."))


def _paths(names: Iterable[str]) -> list[Path]:
    """The files of these modules and packages, each part after the other."""
    every = [
        p
        for part in PARTS
        for p in sorted((SOURCE / Path(*part.split("."))).rglob("*.py"))
        if _part(_module(p)) == part
    ]
    return [p for p in every if any(_module(p) == n or _module(p).startswith(n + ".") for n in names)]


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


def _killed_before(part: str) -> dict[Mutant, Result]:
    """Whoever was noticed in any earlier run, whatever the tests were then."""
    found: dict[Mutant, Result] = {}
    for path in sorted(KEPT.glob(f"{part}-*.jsonl"), key=lambda p: p.stat().st_mtime):
        found |= _kept(part, path.stem.removeprefix(f"{part}-"))
    return {m: r for m, r in found.items() if not r.survived}


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


def _baseline(part: str) -> float:
    """How long the tests of a part take when nothing is changed; they must pass."""
    began = time.monotonic()
    child = _fork(Mutant(part, "", "nothing"), None, PARTS[part], 600)
    (result,) = _wait([child])
    if not result.survived:
        raise SystemExit(f"the tests of {part} fail before anything is changed: {result.by}")
    return time.monotonic() - began


def _sample(
    found: list[tuple[Path, Site, ast.Module, str]], count: int
) -> list[tuple[Path, Site, ast.Module, str]]:
    """So many, spread over all, the same every time."""
    return sorted(found, key=lambda s: hashlib.sha256(str(s[1].mutant).encode()).digest())[:count]


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
    parser.add_argument("--list", action="store_true", help="show the mutants and try none")
    asked = parser.parse_args(arguments)

    found: list[tuple[Path, Site, ast.Module, str]] = []
    for path in _paths(asked.names):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        found += [(path, site, tree, _part(_module(path))) for site in sites(_module(path), text, tree)]
    if asked.sample:
        listed = _listed()
        found = _sample([f for f in found if f[1].mutant not in listed], asked.sample)
    if asked.list:
        for _, site, _, _ in found:
            print(site.mutant)
        print(f"{len(found)} mutants")
        return 0
    return _report(found, _tried(found, asked), whole=not asked.sample and not asked.minutes)


def _tried(
    found: list[tuple[Path, Site, ast.Module, str]], asked: argparse.Namespace
) -> dict[Mutant, Result]:
    parts = sorted({part for *_, part in found})
    digests = {part: _digest(part) for part in parts}
    results: dict[Mutant, Result] = {}
    for part in parts if not asked.fresh else ():
        results |= _killed_before(part) if asked.trust_kills else {}
        results |= _kept(part, digests[part])
    waiting = [f for f in found if f[1].mutant not in results]
    print(f"{len(found)} mutants, {len(found) - len(waiting)} tried before", flush=True)
    if not waiting:
        return results
    _prepare()
    limits = {part: 10 + 4 * PROCESSES * _baseline(part) for part in {f[3] for f in waiting}}
    began = time.monotonic()
    of = {f[1].mutant: f[3] for f in waiting}
    listed = _listed()
    for n, result in enumerate(_try_all(waiting, limits), 1):
        results[result.mutant] = result
        _keep(of[result.mutant], digests[of[result.mutant]], result)
        if result.survived and result.mutant not in listed:
            print(f"survived  {result.mutant}", flush=True)
        if n % 50 == 0:
            print(f"  {n} of {len(waiting)}, {time.monotonic() - began:.0f} s", flush=True)
        if asked.minutes and time.monotonic() - began > 60 * asked.minutes:
            print("stopped: its time is over; the same command goes on from here")
            break
    return results


def _report(
    found: list[tuple[Path, Site, ast.Module, str]], results: dict[Mutant, Result], *, whole: bool
) -> int:
    listed = _listed()
    mutants = [site.mutant for _, site, _, _ in found]
    alive = [m for m in mutants if m in results and results[m].survived]
    new = [m for m in alive if m not in listed]
    dead = [m for m in mutants if m in listed and m in results and not results[m].survived]
    wheres = {m.where.rsplit(".", 1)[0] for m in mutants}
    gone = [m for m in listed if whole and m not in mutants and m.where.rsplit(".", 1)[0] in wheres]
    for title, many in (("not listed", new), ("listed, yet noticed", dead), ("listed, yet no mutant", gone)):
        for mutant in many:
            print(f"{title}: {mutant}")
    tried = sum(m in results for m in mutants)
    print(
        f"{tried} of {len(mutants)} mutants tried: {tried - len(alive)} noticed, "
        f"{len(alive) - len(new)} survive with a reason, {len(new)} without"
    )
    return 1 if new or dead or gone else 0


if __name__ == "__main__":
    sys.exit(main())
