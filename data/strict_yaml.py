"""YAML without surprises: text stays text, duplicates are refused, every value knows its line.

Plain YAML turns `no` into false, `012` into 10, `10:30` into 630 and a date into an object, and lets the
second of two equal keys win in silence. None of that happens here: a value that other YAML readers would
convert is refused with the way to write it.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from data.problem import Problem

_INTEGER = re.compile(r"^-?(0|[1-9]\d*)$")
_DECIMAL = re.compile(r"^-?(0|[1-9]\d*)\.\d+$")
_UNUSUAL = "this number is written in an unusual form"
_SURPRISING = (
    (re.compile(r"^(yes|no|on|off|y|n)$", re.I), "other programs read this as true or false"),
    (re.compile(r"^(True|TRUE|False|FALSE|Null|NULL|~)$"), "write true, false or null in small letters"),
    (re.compile(r"^[-+]?0\d+$"), "a leading zero makes this an octal number elsewhere"),
    (re.compile(r"^[-+]?\d[\d_]*(\.\d*)?[eE][-+]?\d+$"), "scientific notation is not read as a number"),
    (re.compile(r"^\d+(:\d+)+$"), "other programs read this as a base-60 number"),
    (re.compile(r"^(\+\d.*|[-+]?\.\d+|\d+\.|[-+]?\.(inf|nan)|0[xo].*|\d[\d_]*_[\d_]*)$", re.I), _UNUSUAL),
)
_READ_ELSEWHERE = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "bool", "null"))
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Parsed:
    """A file's content as plain Python values, the line of every path in it, and what was refused."""

    content: Any
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, path: tuple[str | int, ...]) -> int:
        """Line of `path`, or of its nearest parent that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def show_path(path: tuple[str | int, ...]) -> str:
    """("results", 2, "ldn", "n") -> "results[2].ldn.n"."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def parse_yaml(file: Path, name: str) -> Parsed:
    """Read one file. Mistakes are collected in the answer, never raised; `name` is how messages call it."""
    parsed = Parsed(content=None)
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or "cannot be read"
        line = mark.line + 1 if mark else 1
        parsed.problems.append(
            Problem(
                name,
                line,
                "",
                f"not valid YAML: {said}",
                "Check indentation, colons and quotes on this line and the one above",
            )
        )
        return parsed
    except UnicodeDecodeError:
        parsed.problems.append(Problem(name, 1, "", "not UTF-8 text", "Save the file as UTF-8"))
        return parsed
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.style and root.value in ("", "null")):
        parsed.problems.append(
            Problem(name, 1, "", "the file is empty", "Copy data/study-template.yaml or see data/FORMAT.md")
        )
        return parsed
    _Builder(parsed, name, frozenset()).build(root, ())
    return parsed


class _Builder:
    """Turns a node tree into values, noting lines and refusing what would surprise."""

    def __init__(self, parsed: Parsed, name: str, seen: frozenset[int]) -> None:
        self.parsed = parsed
        self.name = name
        self.seen: set[int] = set(seen)

    def refuse(self, node: yaml.Node, path: tuple[str | int, ...], wrong: str, fix: str) -> None:
        line = node.start_mark.line + 1
        self.parsed.problems.append(Problem(self.name, line, show_path(path), wrong, fix))

    def build(self, node: yaml.Node, path: tuple[str | int, ...]) -> None:
        self.parsed.content = self.value(node, path)

    def value(self, node: yaml.Node, path: tuple[str | int, ...]) -> Any:
        if id(node) in self.seen:
            # The node carries the line of the value it repeats; the key's own line is where the alias stands.
            line = self.parsed.line_of(path)
            wrong = "an alias (*name) repeats another value"
            self.parsed.problems.append(
                Problem(self.name, line, show_path(path), wrong, "Write the value out again here")
            )
            return None
        self.parsed.lines.setdefault(path, node.start_mark.line + 1)
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self.scalar(node, path)

    def mapping(self, node: yaml.MappingNode, path: tuple[str | int, ...]) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            here = (*path, key)
            if key in content:
                self.refuse(key_node, here, "this key stands twice in the same block", "Keep one of the two")
                continue
            self.parsed.lines[here] = key_node.start_mark.line + 1
            content[key] = self.value(value_node, here)
        return content

    def scalar(self, node: yaml.ScalarNode, path: tuple[str | int, ...]) -> Any:
        text = str(node.value)
        if node.style:
            return text
        if text in ("true", "false"):
            return text == "true"
        if text in ("", "null"):
            return None
        if _INTEGER.match(text):
            return int(text)
        if _DECIMAL.match(text):
            return float(text)
        reason = _surprise(text)
        if reason is not None:
            fix = f'Quote it if it is text: "{text}", or write the number plainly'
            self.refuse(node, path, f"{text!r} is ambiguous: {reason}", fix)
        return text


def _surprise(text: str) -> str | None:
    """Why another YAML reader would not read this unquoted scalar as text; None when all would."""
    for pattern, reason in _SURPRISING:
        if pattern.match(text):
            return reason
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], ())
    return _UNUSUAL if any(tag in _READ_ELSEWHERE and pattern.match(text) for tag, pattern in resolvers) else None
