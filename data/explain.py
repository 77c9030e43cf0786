"""Turns a type error into a sentence: what is wrong, what is allowed, how to fix it."""

from typing import Any

from pydantic import ValidationError

from data.problem import Problem
from data.strict_yaml import Parsed, show_path

_UNION_TAGS = frozenset({"known", "missing"})
_INTERVALS = frozenset({"ci", "change_ci"})
_PATTERNS = {
    "10\\.": (
        "a DOI begins with 10. and has no address in front",
        "Write only the part from 10. on, e.g. 10.1002/ana.22006",
    ),
    "PMC": ("a PMC id is PMC followed by digits", 'Write it like "PMC2891387"'),
    "^[1-9]\\d{0,8}$": ("a PubMed id is digits only, in quotes", 'Write it like "23359310"'),
    "^[a-z0-9]+(-": (
        "an id has small letters, digits and single hyphens",
        "Write it like younger-2013-fibromyalgia",
    ),
    "^[A-Z]{2}$": ("a country is a two-letter ISO code", 'Write it like US, DK or "NO" (quoted)'),
    "[<>]": ("a p value is a number in quotes, with < or > in front if need be", 'Write it like "0.27" or "<0.001"'),
}


def explain(error: ValidationError, parsed: Parsed, name: str, prefix: tuple[str | int, ...] = ()) -> list[Problem]:
    """One problem per mistake pydantic found, each with its line in the file."""
    details = error.errors(include_url=False)
    deeper = {detail["loc"][:-1] for detail in details}
    # A list whose items were refused also counts as too short; the items say it better.
    told = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in deeper]
    return [_one(detail, parsed, name, prefix) for detail in told]


def _one(detail: Any, parsed: Parsed, name: str, prefix: tuple[str | int, ...]) -> Problem:
    path = (*prefix, *(step for step in detail["loc"] if step not in _UNION_TAGS))
    wrong, fix = _sentence(detail, path)
    return Problem(name, parsed.line_of(path), show_path(path), wrong, fix)


def _sentence(detail: Any, path: tuple[str | int, ...]) -> tuple[str, str]:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    field = str(path[-1]) if path else "this file"
    got = _shown(given)
    if _INTERVALS.intersection(str(step) for step in path[-2:]) and kind in ("missing", "too_long"):
        return "an interval has two ends", "Write it as [low, high], such as [-0.95, 0.27]"
    if kind == "missing":
        if field in ("source", "where", "depth"):
            return (
                "a number or fact without its source",
                f"Add `{field}`: every value says which source it stands in and where",
            )
        return (
            "this field is missing",
            f"Add `{field}`; write not-reported or not-found if the value is unknown and the field allows it",
        )
    if kind == "extra_forbidden":
        return "this field does not exist", "Check the spelling, or move it where data/FORMAT.md lists it"
    if kind == "enum":
        return f"not one of the allowed words, got {got}", f"Allowed: {context.get('expected')}"
    if kind in ("int_type", "int_parsing", "int_from_float"):
        return f"expected a whole number, got {got}", "Write digits without quotes, such as 31"
    if kind in ("float_type", "float_parsing"):
        return f"expected a number, got {got}", "Write digits without quotes, such as 4.5"
    if kind == "string_type":
        return f"expected text, got {got}", "Put the value in quotes"
    if kind in ("bool_type", "bool_parsing"):
        return f"expected true or false, got {got}", "Write true or false"
    if kind == "string_pattern_mismatch":
        for start, (rule, remedy) in _PATTERNS.items():
            if start in context["pattern"]:
                return f"{rule}, got {got}", remedy
        return f"not in the expected form, got {got}", "See data/FORMAT.md for the form"
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        return (
            f"out of range: {detail['msg'][0].lower()}{detail['msg'][1:]}, got {got}",
            "Check the figure against its source",
        )
    if kind.startswith("date"):
        return f"expected a date, got {got}", "Write it as year-month-day, such as 2026-11-22"
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return f"expected a block of fields, got {got}", "Open a block with the fields data/FORMAT.md lists"
    if kind in ("tuple_type", "list_type"):
        return f"expected a list, got {got}", "Start each item on its own line with '- ', or write [a, b]"
    if kind == "too_short" or kind == "string_too_short":
        return "must not be empty", "Give at least one value"
    return detail["msg"], "See data/FORMAT.md"


def _shown(value: Any) -> str:
    text = (
        f'"{value}"'
        if isinstance(value, str)
        else "nothing"
        if value is None
        else type(value).__name__
        if isinstance(value, dict | list)
        else str(value)
    )
    return text if len(text) <= 60 else text[:57] + "..."
