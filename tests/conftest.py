"""What all tests share: how many random cases, what may be skipped, where the shared material lies."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir

ROOT = Path(__file__).resolve().parents[1]
REQUIRE_ALL = os.environ.get("RAPORT_REQUIRE_ALL") == "1"

# `check` and `test` draw the same cases every time; `soak` draws new ones, from a seed that is printed.
settings.register_profile("check", max_examples=30, deadline=None, derandomize=True, database=None)
settings.register_profile("test", max_examples=150, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "soak",
    max_examples=int(os.environ.get("RAPORT_SOAK_CASES", "5000")),
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("check")
set_hypothesis_home_dir(ROOT / ".hypothesis")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--reset", action="store_true", help="rewrite the expected part of every story; review the diff"
    )


def pytest_report_header(config: pytest.Config) -> str:
    profile = config.getoption("--hypothesis-profile", default=None) or "check"
    seed = config.getoption("--hypothesis-seed", default=None)
    cases = settings.get_profile(profile).max_examples
    kind = "fixed" if settings.get_profile(profile).derandomize and seed is None else seed or "new every time"
    return f"raport: profile {profile}, {cases} cases a property, seed {kind}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = _no_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.outcome = "failed"
        report.longrepr = _no_skip(report)
    return report


def _no_skip(report: pytest.TestReport | pytest.CollectReport) -> str:
    why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
    return f"RAPORT_REQUIRE_ALL=1 allows no skip: {why}"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of material that lies beside the checkout: oracle calendars, vectors, the law's research."""
    named = os.environ.get("RAPORT_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    if not folder.is_dir():
        message = f"no folder {folder}: put the shared material there, or name it in RAPORT_SHARED"
        (pytest.fail if REQUIRE_ALL else pytest.skip)(message)
    return folder


@pytest.fixture(scope="session")
def reset(pytestconfig: pytest.Config) -> bool:
    """Whether stories are to be rewritten instead of compared."""
    return bool(pytestconfig.getoption("--reset"))
