"""Of a style sheet, the rules a page can meet: a light page wears a fifth of the style of all pictures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import tinycss2
from tinycss2.ast import AtRule, IdentToken, LiteralToken, Node, QualifiedRule

CLASSES = re.compile(r'\bclass="([^"]*)"')


@dataclass(frozen=True)
class _Rule:
    """One rule: its selectors, each with the classes an element must have for it; or what holds rules (@media)."""

    selectors: tuple[tuple[str, frozenset[str]], ...] = ()
    body: str = ""
    condition: str = ""
    rules: tuple["_Rule", ...] = ()


def worn_style(sheet: str, page: str) -> str:
    """The rules of `sheet` whose classes all occur in the markup `page`, in their order; the rest can change nothing.

    Raises ValueError with line and reason for a style sheet that is none.
    """
    classes = frozenset(name for names in CLASSES.findall(page) for name in names.split())
    return _written(_rules(sheet), classes)


def _written(rules: Sequence[_Rule], classes: frozenset[str]) -> str:
    written = []
    for rule in rules:
        if rule.condition:
            inside = _written(rule.rules, classes) if rule.rules else rule.body
            written.append(f"{rule.condition}{{{inside}}}" if inside else "")
        else:
            worn = [text for text, needed in rule.selectors if needed <= classes]
            written.append(f"{','.join(worn)}{{{rule.body}}}" if worn else "")
    return "".join(written)


@lru_cache(maxsize=4)
def _rules(sheet: str) -> tuple[_Rule, ...]:
    return _read(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _read(nodes: Sequence[Node]) -> tuple[_Rule, ...]:
    rules = []
    for node in nodes:
        if isinstance(node, QualifiedRule):
            rules.append(_Rule(_selectors(node.prelude), _short(node.content)))
        elif isinstance(node, AtRule) and node.content is not None:
            condition = f"@{node.at_keyword}{tinycss2.serialize(node.prelude).rstrip()}"
            if node.lower_at_keyword in ("media", "container", "supports"):
                inside = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                rules.append(_Rule(condition=condition, rules=_read(inside)))
            else:
                rules.append(_Rule(condition=condition, body=_short(node.content)))
        else:
            reason = getattr(node, "message", "a rule without a block")
            raise ValueError(f"style sheet, line {node.source_line}: {reason}")
    return tuple(rules)


def _selectors(prelude: Sequence[Node]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each selector with its classes; those inside :not(), :has() and the like do not bind."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if isinstance(node, LiteralToken) and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return tuple((tinycss2.serialize(part).strip(), frozenset(_classes(part))) for part in parts)


def _classes(selector: Sequence[Node]) -> Iterator[str]:
    for dot, after in pairwise(selector):
        if isinstance(dot, LiteralToken) and dot.value == "." and isinstance(after, IdentToken):
            yield after.value


def _short(content: Sequence[Node]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize([node for node in content if node.type != "comment"])).strip()
