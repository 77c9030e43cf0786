"""Words by key and language, read once. A missing word falls back to English and is logged, never blank."""

import logging
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent
DEFAULT = "en"
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# A dose never breaks between its number and its unit: "6" at the end of a line and "mg" on the next is misread.
_UNIT = re.compile(r"(\d|\}) (?=(?:mg|ng|pg)\b)")
_log = logging.getLogger(__name__)


class _DuplicateKey(ValueError):
    """The same key stands twice in one block of a words file."""


@dataclass(frozen=True)
class Words:
    """The words of one language. `words("frame.footer")` or `words("home.count", studies="48")`."""

    language: str
    entries: dict[str, str]
    fallback: dict[str, str]

    def __call__(self, key: str, **values: str) -> str:
        """The text under `key` with its {placeholders} filled. Raises KeyError if no language has it."""
        text = self.entries.get(key)
        if text is None:
            text = self.fallback[key]
            _log.warning("no %s words for %s; showing English", self.language, key)
        return text.format(**values) if values or "{" in text else text

    def has(self, key: str) -> bool:
        """Whether the key exists in this language or in English."""
        return key in self.entries or key in self.fallback

    def raw(self, key: str) -> str:
        """The text with its placeholders unfilled."""
        return self.entries.get(key) or self.fallback[key]

    def is_translated(self, key: str) -> bool:
        """Whether this language has the key itself."""
        return key in self.entries

    def below(self, prefix: str) -> list[str]:
        """Keys directly or deeper below `prefix`, in file order."""
        return [key for key in self.fallback if key.startswith(prefix + ".")]


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder, English first."""
    found = sorted(folder.name for folder in ROOT.iterdir() if (folder / "strings.yaml").exists())
    return (DEFAULT, *(code for code in found if code != DEFAULT))


@cache
def load_words(language: str = DEFAULT) -> Words:
    """The words of `language`. Raises KeyError for a language without a folder."""
    if language not in languages():
        raise KeyError(f"no language {language!r}; there are: {', '.join(languages())}")
    return Words(language, read_entries(ROOT / language), read_entries(ROOT / DEFAULT))


@cache
def read_entries(folder: Path) -> dict[str, str]:
    """Every text in a language's folder by dotted key: `strings.yaml` at the root, others under their stem."""
    entries: dict[str, str] = {}
    for file in sorted(folder.glob("*.yaml")):
        prefix = "" if file.stem == "strings" else file.stem
        node = _compose(file)
        for key, text in _flatten(node, prefix, file.name):
            entries[key] = _UNIT.sub("\\1\u00a0", text)
    return entries


def _compose(file: Path) -> Any:
    try:
        return yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        place = f"content/{file.parent.name}/{file.name}:{line}"
        raise ValueError(f"{place}: this is not YAML: {error.problem}. Check indent, quotes and colons") from None


def _flatten(node: Any, prefix: str, file: str) -> list[tuple[str, str]]:
    if node is None:
        return []
    if isinstance(node, yaml.ScalarNode):
        return [(prefix, str(node.value).strip())]
    if isinstance(node, yaml.SequenceNode):
        children = [(str(index), child) for index, child in enumerate(node.value)]
    else:
        children = [(str(key.value), child) for key, child in node.value]
    seen: set[str] = set()
    found: list[tuple[str, str]] = []
    for name, child in children:
        if name in seen:
            raise _DuplicateKey(f"content {file}:{child.start_mark.line + 1}: {name} stands twice in the same block")
        seen.add(name)
        found += _flatten(child, f"{prefix}.{name}" if prefix else name, file)
    return found
