"""Words a curator forgot or mistyped: told like a mistake in the data, before anybody starts a server on them."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Protocol

from content.text import ROOT, read_entries
from data.dataset import Dataset
from data.load import load_dataset
from data.models.base import Figure
from data.models.told import Question
from data.problem import DatasetError, Problem
from data.quoted import quoted_figures

# Names that carry a digit. Each was looked at; a figure never belongs here.
NAMES_WITH_DIGITS = ("TLR4", "TRPM3", "6-beta-naltrexol")
DIGIT_FREE = ("safety", "claims", "mechanisms", "dosing", "responses", "questions", "passages")
OPTIONAL = re.compile(r"^(safety\.[^.]+\.unknown|conditions\.[^.]+\.warning|claims\.[^.]+\.more)$")
# Numbers of people in the label rule, which what would change a claim may name.
OF_THE_RULE = re.compile(r"\{(few|enough)\}")
_BARE = re.compile(r"\{[^}]*\}|" + "|".join(map(re.escape, NAMES_WITH_DIGITS)))


class Named(Protocol):
    """A record words can be written for."""

    @property
    def id(self) -> str: ...


def check_words(dataset: Dataset, folder: Path = ROOT / "en") -> list[Problem]:
    """Every mistake in the words of the records. Raises ValueError, with file and line, when a file cannot be read."""
    words = read_entries(folder)
    found = [
        _problem(
            folder, key, "these words are missing", f"Write `{key.rsplit('.', 1)[1]}:` where data/FORMAT.md lists it"
        )
        for key in wanted(dataset)
        if key not in words and not OPTIONAL.match(key)
    ]
    for key, text in words.items():
        if key.split(".")[0] in DIGIT_FREE and (digit := re.search(r"\d[\d.,]*", _BARE.sub("", text))):
            fix = "Put it into the record's `figures:` and write {its name} here; see data/FORMAT.md"
            found.append(_problem(folder, key, f"the figure {digit[0]} is typed into the words", fix))
    for prefix, figures, _ in quoting(dataset, words):
        known = sorted(names_of(figures))
        for key, text in words.items():
            # The words of a drawing name figures of its neighbours too; evidence has figures of its own.
            if not key.startswith(prefix) or key.removeprefix(prefix).startswith(("evidence.", "picture")):
                continue
            for name in sorted(placeholders(OF_THE_RULE.sub("", text)) - set(known)):
                fix = f"Figures of this record: {', '.join(known) or 'none'}"
                found.append(_problem(folder, key, f"the record has no figure {{{name}}}", fix))
    return sorted(set(found))


def placeholders(text: str) -> set[str]:
    """Names in {braces}."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _problem(folder: Path, key: str, wrong: str, fix: str) -> Problem:
    stem, _, field = key.partition(".")
    return Problem(f"content/{folder.name}/{stem}.yaml", _line_of(folder / f"{stem}.yaml", field), field, wrong, fix)


@cache
def _lines(file: Path) -> tuple[str, ...]:
    return tuple(file.read_text(encoding="utf-8").splitlines()) if file.exists() else ()


def _line_of(file: Path, field: str) -> int:
    """The line of the deepest part of `field` that is there; the first one when none is."""
    lines, line, depth = _lines(file), 0, -1
    for step in field.split("."):
        head = re.compile(rf"( *)[\"']?{re.escape(step)}[\"']?\s*:")
        for number, text in enumerate(lines[line:], line + 1):
            indent = len(text) - len(text.lstrip())
            if text.strip() and indent <= depth:
                return max(line, 1)
            if head.match(text):
                line, depth = number, indent
                break
        else:
            break
    return max(line, 1)


def wanted(data: Dataset) -> Iterator[str]:
    """The key of every text some record needs, as data/FORMAT.md lists them."""
    fields: dict[str, tuple[Sequence[Named], tuple[str, ...]]] = {
        "conditions": (data.conditions, ("name", "inline", "about", "warning")),
        "outcomes": (data.outcomes, ("name", "about")),
        "side_effects": (data.side_effects, ("name",)),
        "safety": (data.safety, ("title", "short", "plain", "unknown")),
        "dosing": (data.dosing, ("plain",)),
        "responses": (data.responses, ("plain",)),
        "claims": (data.claims, ("claim", "why", "more", "say", "differs", "changes")),
        "questions": (data.questions, ("question", "short", "long")),
        "passages": (data.passages, ("title", "plain")),
        "glossary": (data.glossary, ("term", "plain")),
        "printed_references": (data.printed_references, ("plain",)),
        "ratings": (data.ratings, ("plain",)),
        "diary": (data.diary, ("title", "plain")),
        "mechanisms.steps": (data.mechanisms.steps, ("title", "plain", "not_shown", "picture")),
        "mechanisms.parameters": (data.mechanisms.parameters, ("name", "note")),
    }
    for block, (records, names) in fields.items():
        yield from (f"{block}.{record.id}.{name}" for record in records for name in names)
    for step in data.mechanisms.steps:
        yield from (f"mechanisms.steps.{step.id}.evidence.{item.id}" for item in step.evidence)
    yield from {f"mechanisms.nodes.{node}.name" for chain in data.mechanisms.chains for node in chain.nodes}


def quoting(data: Dataset, words: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, Figure], str]]:
    """Each record that holds figures: its name, its figures, and all its words joined."""
    for block, records in (("safety", data.safety), ("claims", data.claims), ("responses", data.responses)):
        for record in records:
            prefix = f"{block}.{record.id}."
            yield (
                prefix,
                record.figures,
                " ".join(
                    OF_THE_RULE.sub("", text) if key.endswith(".changes") else text
                    for key, text in words.items()
                    if key.startswith(prefix)
                ),
            )
    for told in (*data.questions, *data.passages):
        prefix = f"{'questions' if isinstance(told, Question) else 'passages'}.{told.id}."
        own = " ".join(text for key, text in words.items() if key.startswith(prefix))
        yield prefix, quoted_figures(data, told), own
    for step in data.mechanisms.steps:
        prefix = f"mechanisms.steps.{step.id}."
        own = " ".join(words.get(prefix + name, "") for name in ("title", "plain", "not_shown"))
        yield prefix, step.figures, own
        for item in step.evidence:
            yield f"{prefix}evidence.{item.id}", item.figures, words.get(f"{prefix}evidence.{item.id}", "")


def names_of(figures: Mapping[str, Figure]) -> Iterator[str]:
    for name, figure in figures.items():
        yield name
        yield from (f"{name}_{end}" for end in ("low", "high") if getattr(figure, end) is not None)


def main() -> int:
    """Print every mistake in the words; the exit code is 1 when there is one."""
    try:
        if problems := check_words(load_dataset()):
            raise DatasetError(problems)
    except (DatasetError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    print("Every record has its words.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
