"""Code and words fit together: every key the code asks for exists, and every text is used."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from components.ui.registry import PAGES
from content.text import ROOT as WORDS_ROOT
from content.text import read_entries
from tests.content.test_text import placeholders
from tests.content.test_words_complete import shared_keys

ROOT = WORDS_ROOT.parent
KEY = re.compile(r"[a-z_]+(\.[A-Za-z0-9_{}-]+)+")
ANYTHING = "[^.]+"
ITEM = re.compile(r"\.\d+$")


@cache
def entries() -> dict[str, str]:
    return read_entries(WORDS_ROOT / "en")


@cache
def trees() -> dict[str, ast.Module]:
    rooms = ("server", "views", "components")
    files = [*ROOT.glob("*.py"), *(file for room in rooms for file in (ROOT / room).rglob("*.py"))]
    # The check of the words asks for every word, whether a page shows it or not.
    shown = [file for file in files if file.name != "words_check.py"]
    return {str(file.relative_to(ROOT)): ast.parse(file.read_text(encoding="utf-8")) for file in shown}


def _pattern(node: ast.expr) -> str | None:
    """A string in the code as a pattern of keys; what is filled in at run time may be anything."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
        return re.sub(r"\\\{[^}]*\\\}", ANYTHING, re.escape(node.value))
    if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
        parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else ANYTHING for v in node.values]
        return "".join(parts) if re.match(r"[a-z_]+\\\.", parts[0]) else None
    return None


def _strings() -> Iterator[tuple[str, str]]:
    """Every pattern of keys in the code, with the place it stands in."""
    blocks = {key.split(".")[0] for key in entries()}
    for file, tree in trees().items():
        inside = {id(v) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for v in node.values}
        for node in ast.walk(tree):
            if not isinstance(node, ast.expr) or id(node) in inside:
                continue
            pattern = _pattern(node)
            if pattern is not None and pattern.split("\\.")[0] in blocks and not pattern.endswith("py"):
                yield f"{file}:{node.lineno}", pattern


def _calls() -> Iterator[tuple[str, str, set[str]]]:
    """Every words("key", ...) with a literal key: place, key, and the names of the values given."""
    for file, tree in trees().items():
        for node in ast.walk(tree):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "words" and node.args
            ):
                continue
            first = node.args[0]
            for key in (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,):
                if isinstance(key, ast.Constant) and all(keyword.arg for keyword in node.keywords):
                    yield (
                        f"{file}:{node.lineno}",
                        str(key.value),
                        {str(keyword.arg) for keyword in node.keywords},
                    )


def test_search_finds_the_keys_of_the_code() -> None:
    found = {pattern for _, pattern in _strings()}
    assert r"home\.title" in found
    assert rf"state\.{ANYTHING}\.name" in found
    assert len(list(_calls())) > 50


def test_every_key_the_code_asks_for_exists() -> None:
    missing = [
        f"{place}: {pattern}"
        for place, pattern in _strings()
        if not pattern.endswith(r"\.py") and not any(re.fullmatch(rf"{pattern}(\..+)?", key) for key in entries())
    ]
    missing += [f"{place}: {key}" for place, key, _ in _calls() if key not in entries()]
    assert missing == []


def test_every_call_gives_the_values_its_text_needs() -> None:
    wrong = [
        f"{place}: {key} needs {sorted(placeholders(entries()[key]))}, gets {sorted(given)}"
        for place, key, given in _calls()
        if key in entries() and placeholders(entries()[key]) != given
    ]
    assert wrong == []


def test_every_page_has_its_name_in_the_menu() -> None:
    assert [page.title_key for page in PAGES if page.title_key not in entries()] == []


def test_every_text_is_used_somewhere() -> None:
    patterns = [re.compile(pattern) for _, pattern in _strings()]
    titles = {page.title_key for page in PAGES}
    # The items of a list are asked for by the list's own name.
    unused = [
        key
        for key in sorted(shared_keys())
        if key not in titles and not any(p.fullmatch(key) or p.fullmatch(ITEM.sub("", key)) for p in patterns)
    ]
    assert unused == [], "\n".join(unused)
