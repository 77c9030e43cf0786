"""What is written about the project agrees with it."""

import re
import subprocess
from collections.abc import Iterator
from enum import Enum
from inspect import getmembers, isclass, ismodule
from pathlib import Path
from typing import TypeVar

import pytest

import data.models.base
import data.models.mechanism
import data.models.practice
import data.models.register
import data.models.study
import data.models.subject
from data.models.base import PValue, Record

Kind = TypeVar("Kind")
ROOT = Path(__file__).parents[1]
FORMAT = (ROOT / "data" / "FORMAT.md").read_text(encoding="utf-8")
NAMED_IN = [name for name in ("README.md", "CONTRIBUTING.md", "data/FORMAT.md") if (ROOT / name).exists()]
WORDS = [
    "name", "inline", "about", "title", "short", "plain", "unknown", "claim", "why", "more", "say", "differs",
    "changes", "term",
]  # fmt: skip
MODULES = [module for _, module in getmembers(data.models, ismodule)]
# Written in pieces so that this file does not name what it forbids.
PACKAGE_INDEX = re.compile("pypi" + r"\.org|python" + r"hosted\.org|--index" + "-url|/simple" + "/")
MACHINE_PATH = re.compile(r"(?<![\w.~$}])/(work|home|Users|root|opt|mnt|private)" + r"/\w")


def _classes(kind: type[Kind]) -> Iterator[type[Kind]]:
    for module in MODULES:
        for _, found in getmembers(module, isclass):
            if issubclass(found, kind) and found.__module__ == module.__name__ and found is not kind:
                yield found


def _fields() -> list[str]:
    # PValue is read from text and never written by a curator.
    records = [record for record in _classes(Record) if record is not PValue]
    return sorted({name for record in records for name in record.model_fields})


def _named(word: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def tracked() -> list[Path]:
    """Every file git knows or would add; outside a repository, every file that is not hidden."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    names = done.stdout.splitlines() or [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*")]
    seen = [name for name in names if done.stdout or not any(part.startswith(".") for part in name.split("/"))]
    return [ROOT / name for name in seen if (ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, str]]:
    """Every tracked file that holds text."""
    for file in tracked():
        content = file.read_bytes()
        if b"\0" not in content:
            yield file.relative_to(ROOT).as_posix(), content.decode("utf-8", errors="replace")


@pytest.mark.parametrize("field", _fields())
def test_every_field_is_explained_in_the_manual(field: str) -> None:
    assert _named(field, FORMAT)


def test_every_word_with_a_fixed_choice_stands_in_the_manual() -> None:
    # Groups and topics are seen in the lists themselves; the choices inside a study or figure are not.
    shown_elsewhere = {"SafetyTopic", "ConditionGroup", "SideEffectGroup"}
    kinds = [kind for kind in _classes(Enum) if kind.__name__ not in shown_elsewhere]
    assert len(kinds) > 15
    values = [(kind.__name__, str(member.value)) for kind in kinds for member in kind]
    assert [value for value in values if not _named(value[1], FORMAT)] == []


@pytest.mark.parametrize("name", WORDS)
def test_every_kind_of_words_is_listed_in_the_manual(name: str) -> None:
    assert f"`{name}`" in FORMAT


def test_manual_names_only_files_that_exist() -> None:
    named = set(re.findall(r"`(data/[\w/.-]+\.(?:py|yaml|md))`", FORMAT))
    assert named
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("document", NAMED_IN)
def test_every_make_target_a_document_names_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    code = code_of((ROOT / document).read_text(encoding="utf-8"))
    named = set(re.findall(r"\bmake ([a-z]+)\b", code))
    assert {"run", "check", "test"} <= targets
    assert named
    assert sorted(named - targets) == []


def code_of(markdown: str) -> str:
    """What stands in `code` or in a fenced block, where "make" is the command and not the verb."""
    fenced = re.findall(r"```.*?```", markdown, flags=re.S)
    return "\n".join([*fenced, *re.findall(r"`[^`\n]+`", re.sub(r"```.*?```", "", markdown, flags=re.S))])


def test_search_for_forbidden_addresses_finds_them() -> None:
    assert PACKAGE_INDEX.search("https://" + "pypi" + ".org/simple")
    assert MACHINE_PATH.search("see /" + "home/somebody/x") is not None
    assert MACHINE_PATH.search("https://example.org/home/news") is None


def test_no_file_names_a_package_index() -> None:
    assert [name for name, text in texts() if PACKAGE_INDEX.search(text)] == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert [f"{name}: {hit[0]}" for name, text in texts() if (hit := MACHINE_PATH.search(text))] == []
