"""Nothing leaves the desk but through the door: no other function gives a browser something to keep."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "raport"
ROOMS = ("app", "web")
THE_WAY = "web/desk/downloads.py"
THE_DOOR = "app/leaving.py"


def side_doors(text: str, name: str) -> list[str]:
    """Functions that let something out and are not the way, and callers of the way that did not ask the door.

    Out leads: a response told to be an attachment, a response that is a file (`FileResponse`), a file name
    sent with a response (`as_attachment`), a `Left` made by hand.
    """
    found = []
    for function in functions(ast.parse(text)):
        names = {n.id for n in ast.walk(function) if isinstance(n, ast.Name)}
        names |= {n.attr for n in ast.walk(function) if isinstance(n, ast.Attribute)}
        keys = {n.arg for n in ast.walk(function) if isinstance(n, ast.keyword)}
        texts = [
            n.value for n in ast.walk(function) if isinstance(n, ast.Constant) and isinstance(n.value, str)
        ]
        out = (
            any(t.lstrip().lower().startswith("attachment") for t in texts)
            or "FileResponse" in names
            or "as_attachment" in keys
        )
        if out and name != THE_WAY:
            found.append(f"{function.name}: gives a file to keep")
        calls = {
            n.func.id for n in ast.walk(function) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
        }
        if "download" in calls and not calls & {"leave", "_leave"}:
            found.append(f"{function.name}: downloads what did not go through the door")
        if "Left" in calls and name != THE_DOOR:
            found.append(f"{function.name}: makes by hand what only the door makes")
    return found


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The outermost functions and methods, and the module itself as one for what stands outside of them."""
    outside = [
        n for n in tree.body if not isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    ]
    whole = ast.parse("def the_module(): pass").body[0]
    assert isinstance(whole, ast.FunctionDef)
    whole.body = [*whole.body, *outside]
    yield whole
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from (n for n in ast.walk(node) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def test_the_only_way_out_is_the_door() -> None:
    found = [
        f"{path.relative_to(SRC)}: {fault}"
        for room in ROOMS
        for path in sorted((SRC / room).rglob("*.py"))
        for fault in side_doors(path.read_text(encoding="utf-8"), path.relative_to(SRC).as_posix())
    ]

    assert not found, "go through raport.app.leaving.leave:\n" + "\n".join(found)


def test_the_way_itself_would_be_seen() -> None:
    assert side_doors((SRC / THE_WAY).read_text(encoding="utf-8"), "elsewhere.py")


PLANTED = [
    'def out(r):\n    r.headers["Content-Disposition"] = "attachment; filename=x"\n    return r',
    'def out(r, n):\n    r["Content-Disposition"] = f"attachment; filename={n}"\n    return r',
    "def out(f):\n    return FileResponse(f)",
    "def out(f):\n    return http.FileResponse(f, as_attachment=True)",
    "class View:\n    def get(self, f):\n        return FileResponse(f)",
    "def out(p):\n    return download(p)",
    "def out(p):\n    return download(Left(p, {}))",
    "answer = FileResponse(open('x'))",
]


@pytest.mark.parametrize("text", PLANTED)
def test_a_side_door_is_found(text: str) -> None:
    assert side_doors(text, "web/desk/views/planted.py")


@pytest.mark.parametrize(
    "text",
    [
        'def show(r):\n    r["Content-Disposition"] = "inline; filename=x"',
        "def out(a):\n    return download(leave('docket', [], a, make))",
        'def attach(r):\n    """An attachment of a message."""',
    ],
)
def test_what_is_sound_passes(text: str) -> None:
    assert side_doors(text, "web/desk/views/planted.py") == []
