"""The rooms of the house and the walls between them. Each failure names the file and what it may not do."""

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = {"components", "data", "content", "streamlit"}
# components.ui, because the sentence shown when a page fails is a Streamlit text.
SERVER = {
    "server",
    "htpy",  # light pages are written like the pictures in them
    "markupsafe",
    "brotli",  # assets.py compresses Streamlit's own files
    "anyio",  # with starlette: file reading and compression off the event loop
    "components.charts",
    "components.prints",
    "components.ui",
    "data",
    "content",
    "starlette",
    "streamlit",
}
# Room -> what it may import besides the standard library. The longest matching room counts.
MAY_IMPORT = {
    # rapidfuzz for the search that forgives a slip of the finger.
    "data": {"data", "yaml", "pydantic", "rapidfuzz"},
    "content": {"content", "yaml", "pydantic", "babel"},
    "components/simulation": {"components.simulation", "data", "numpy"},
    # htpy and markupsafe write the SVG and HTML of a first view.
    "components/charts": {
        "components.charts",
        "segno",
        "components.simulation",
        "data",
        "content",
        "plotly",
        "pandas",
        "numpy",
        "htpy",
        "markupsafe",
    },
    # What is printed is typeset by Typst; marks and sentences are those of the pictures.
    "components/prints": {
        "components.prints",
        "components.charts",
        "data",
        "content",
        "markupsafe",
        "segno",
        "typst",
    },
    # Run by hand when the screen's fonts change.
    "components/prints/make_fonts.py": {"fontTools"},
    # pandas, because st.table takes frames.
    "components/ui": {
        "components.ui",
        "components.charts",
        "components.prints",
        "components.simulation",
        "data",
        "content",
        "streamlit",
        "pandas",
    },
    "components": set(),
    "views": PAGES,
    "app.py": PAGES,
    "serve.py": SERVER,
    "server": SERVER,
    # Takes a style sheet apart.
    "server/worn_style.py": {"tinycss2"},
    # A strict parser for `make site`, which no server runs.
    "server/site_check.py": {"html5lib"},
}
WITHOUT_STREAMLIT = ("data", "content", "components/charts", "components/prints", "components/simulation")
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


def _sources() -> dict[str, Path]:
    hidden = (path for path in ROOT.rglob("*.py") if not any(p.startswith(".") for p in path.relative_to(ROOT).parts))
    return {path.relative_to(ROOT).as_posix(): path for path in hidden}


SOURCES = _sources()
CODE = sorted(name for name in SOURCES if not name.startswith(("tests/", "bench/", "deploy/", "docs/")))


@cache
def tree_of(name: str) -> ast.Module:
    return ast.parse(SOURCES[name].read_text(encoding="utf-8"))


def imports_of(tree: ast.AST) -> list[tuple[int, str]]:
    """Line and full dotted name of everything imported, also under TYPE_CHECKING and inside functions."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [(node.lineno, "." * node.level + f"{node.module or ''}.{alias.name}") for alias in node.names]
    return found


def forbidden(room: str, tree: ast.AST) -> list[str]:
    """Imports that a file of this room may not make."""
    allowed = {*MAY_IMPORT[room], *sys.stdlib_module_names}
    return [
        f"line {line}: {name}"
        for line, name in imports_of(tree)
        if not any(f"{name}.".startswith(f"{start}.") for start in allowed)
    ]


def room_of(name: str) -> str:
    rooms = [room for room in MAY_IMPORT if name == room or name.startswith(f"{room}/")]
    assert rooms, f"{name} belongs to no room: say in MAY_IMPORT what it may import"
    return max(rooms, key=len)


@pytest.mark.parametrize("name", CODE)
def test_file_imports_only_what_its_room_may(name: str) -> None:
    assert forbidden(room_of(name), tree_of(name)) == []


@pytest.mark.parametrize(
    ("room", "code"),
    [
        ("data", "import streamlit as st"),
        ("data", "from content.text import load_words"),
        ("content", "import data.load"),
        ("components/charts", "from components.ui.go import go_to"),
        ("components/charts", "from components import ui"),
        ("components/simulation", "import plotly"),
        ("components/prints", "import streamlit"),
        ("components/prints", "import fontTools"),
        ("components/charts", "from components.prints.paper import typeset"),
        ("components/ui", "from views.start import home"),
        ("views", "from views.evidence import study"),
        ("views", "import plotly.graph_objects as go"),
        ("app.py", "from tests.data import make_study"),
        ("serve.py", "def f():\n    import pandas"),
        ("data", "from .load import ROOT"),
        ("data", "import database"),
    ],
)
def test_forbidden_import_is_found(room: str, code: str) -> None:
    assert len(forbidden(room, ast.parse(code))) == 1


@pytest.mark.parametrize("room", WITHOUT_STREAMLIT)
def test_room_knows_nothing_of_streamlit(room: str) -> None:
    files = [name for name in CODE if name.startswith(f"{room}/")]
    assert [n for n in files if any(m.split(".")[0] == "streamlit" for _, m in imports_of(tree_of(n)))] == []


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_imports_are_absolute(name: str) -> None:
    assert [where for where in imports_of(tree_of(name)) if where[1].startswith(".")] == []


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_file_and_its_functions_are_short(name: str) -> None:
    limit = 60 if name == "app.py" else 120 if name.startswith("views/") else 400
    assert len(SOURCES[name].read_text(encoding="utf-8").splitlines()) <= limit
    functions = (node for node in ast.walk(tree_of(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    assert [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > 50] == []


def test_page_script_lies_in_a_section() -> None:
    # Streamlit runs scripts that lie directly in a pages folder on its own, without app.py.
    assert [name for name in SOURCES if name.startswith("views/") and name.count("/") != 2] == []
    assert not (ROOT / "pages").exists()


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [name for name in SOURCES if VAGUE & set(Path(name).with_suffix("").parts)] == []


def test_plotly_figure_is_shown_in_one_place_only() -> None:
    nodes = [(name, node) for name in CODE for node in ast.walk(tree_of(name))]
    callers = {name for name, node in nodes if getattr(node, "attr", "") == "plotly_chart"}
    assert callers == {"components/ui/show_chart.py"}


def test_no_class_is_called_manager() -> None:
    classes = [(n, node.name) for n in CODE for node in ast.walk(tree_of(n)) if isinstance(node, ast.ClassDef)]
    assert classes
    assert [where for where in classes if where[1].endswith(("Manager", "Helper", "Utils"))] == []
