"""The YAML reader: nothing is converted behind the curator's back, and every value knows its line."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from data.strict_yaml import Parsed, parse_yaml, show_path

BOOLEAN = "other programs read this as true or false"
SMALL = "write true, false or null in small letters"
OCTAL = "a leading zero makes this an octal number elsewhere"
SCIENTIFIC = "scientific notation is not read as a number"
BASE_60 = "other programs read this as a base-60 number"
UNUSUAL = "this number is written in an unusual form"
SURPRISES = {
    "no": BOOLEAN,
    "yes": BOOLEAN,
    "on": BOOLEAN,
    "off": BOOLEAN,
    "No": BOOLEAN,
    "YES": BOOLEAN,
    "y": BOOLEAN,
    "True": SMALL,
    "FALSE": SMALL,
    "Null": SMALL,
    "~": SMALL,
    "012": OCTAL,
    "-012": OCTAL,
    "1e3": SCIENTIFIC,
    "1.5E-3": SCIENTIFIC,
    "10:30": BASE_60,
    "1:02:03": BASE_60,
    ".5": UNUSUAL,
    "5.": UNUSUAL,
    "+1": UNUSUAL,
    "0x1F": UNUSUAL,
    "0o17": UNUSUAL,
    "1_000": UNUSUAL,
    ".inf": UNUSUAL,
    ".NaN": UNUSUAL,
}
# PyYAML or a YAML 1.2 reader turns each of these into a number.
RARE_NUMBERS = ["0b101", "-0x1F", "-12.", "012.5", "1_0.5", "-1:30", "10:30.5", "-.5", "+.5"]
settings.register_profile("calm", deadline=None, derandomize=True)


def parse(text: str | bytes) -> Parsed:
    """Parse a text as if it stood in the file x.yaml."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.yaml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return parse_yaml(file, "x.yaml")


def said(parsed: Parsed) -> list[str]:
    """What was refused, as a curator reads it."""
    return [str(problem) for problem in parsed.problems]


@pytest.mark.parametrize("scalar", SURPRISES)
def test_surprising_scalar_is_refused_with_line_and_fix(scalar: str) -> None:
    assert said(parse(f"a: 1\nb:\n  - {scalar}\n")) == [
        f"x.yaml:3: b[0]: '{scalar}' is ambiguous: {SURPRISES[scalar]}. "
        f'Quote it if it is text: "{scalar}", or write the number plainly'
    ]


@pytest.mark.parametrize("scalar", RARE_NUMBERS)
def test_number_in_a_rare_form_is_refused(scalar: str) -> None:
    assert len(parse(f"a: {scalar}\n").problems) == 1


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("scalar", [*SURPRISES, *RARE_NUMBERS, "true", "null", "31", "4.5", "2026-11-22", ""])
def test_quoted_scalar_stays_text(scalar: str, quote: str) -> None:
    parsed = parse(f"a: {quote}{scalar}{quote}\n")
    assert parsed.problems == []
    assert parsed.content == {"a": scalar}


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        *[("0", 0), ("31", 31), ("-7", -7), ("4.5", 4.5), ("-0.34", -0.34), ("0.0", 0.0)],
        *[("true", True), ("false", False), ("null", None), ("", None)],
    ],
)
def test_plain_number_and_truth_value_are_read(scalar: str, value: object) -> None:
    parsed = parse(f"a: {scalar}\n")
    assert parsed.problems == []
    assert parsed.content == {"a": value}
    assert type(parsed.content["a"]) is type(value)


@pytest.mark.parametrize("text", ["2026-11-22", "2026-13-45", "nobody", "12 weeks", "NCT00568555", "10.1000/x", "-yes"])
def test_unquoted_text_stays_text(text: str) -> None:
    parsed = parse(f"a: {text}\n")
    assert parsed.problems == []
    assert parsed.content == {"a": text}


def test_block_text_keeps_words_that_would_surprise() -> None:
    parsed = parse("a: |\n  no\nb: >\n  012\n")
    assert parsed.problems == []
    assert parsed.content == {"a": "no\n", "b": "012\n"}


def test_duplicate_key_is_refused_at_its_second_line_and_the_first_stays() -> None:
    parsed = parse("a: 1\nb:\n  - c: 2\n    c: 3\na: 4\n")
    assert said(parsed) == [
        "x.yaml:4: b[0].c: this key stands twice in the same block. Keep one of the two",
        "x.yaml:5: a: this key stands twice in the same block. Keep one of the two",
    ]
    assert parsed.content == {"a": 1, "b": [{"c": 2}]}


def test_equal_keys_in_different_blocks_are_fine() -> None:
    assert parse("- a: 1\n- a: 1\n").problems == []


def test_alias_is_refused_where_it_stands() -> None:
    assert said(parse("a: &name [1]\nb: 2\nc: *name\n")) == [
        "x.yaml:3: c: an alias (*name) repeats another value. Write the value out again here"
    ]


def test_value_that_contains_itself_is_refused_not_followed_for_ever() -> None:
    assert len(parse("a: &name [*name]\n").problems) == 1


def test_equal_values_without_an_alias_are_fine() -> None:
    assert parse("a: same\nb: same\n").problems == []


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("a: 1\n\tb: 2\n", 2, "found a tab character that violates indentation"),
        ("a: 1\nb: c: d\n", 2, "mapping values are not allowed in this context"),
        ("a: 1\nb: [1, 2\n", 3, "did not find expected ',' or ']'"),
        ("a: 1\n---\nb: 2\n", 2, "but found another document"),
        ("a: 1\nb: *nowhere\n", 2, "found undefined alias"),
        ("a: 1\nb: \x00\n", 1, "cannot be read"),
    ],
)
def test_broken_yaml_gives_a_line_not_an_exception(text: str, line: int, wrong: str) -> None:
    parsed = parse(text)
    assert said(parsed) == [
        f"x.yaml:{line}: not valid YAML: {wrong}. Check indentation, colons and quotes on this line and the one above"
    ]
    assert parsed.content is None


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "null\n"])
def test_empty_file_is_refused(text: str) -> None:
    assert said(parse(text)) == ["x.yaml:1: the file is empty. Copy data/study-template.yaml or see data/FORMAT.md"]


def test_file_that_is_not_utf8_is_refused() -> None:
    assert said(parse("title: Sjögren".encode("latin-1"))) == ["x.yaml:1: not UTF-8 text. Save the file as UTF-8"]


def test_line_of_a_nested_path_is_the_line_of_its_key() -> None:
    parsed = parse("a: 1\nb:\n  - c: 2\n    d: {e: 3}\n\n  - c:\n      4\n")
    assert parsed.line_of(("a",)) == 1
    assert parsed.line_of(("b",)) == 2
    assert parsed.line_of(("b", 0, "d", "e")) == 4
    assert parsed.line_of(("b", 1)) == 6
    assert parsed.line_of(("b", 1, "c")) == 6


def test_line_of_a_missing_field_is_that_of_its_parent() -> None:
    parsed = parse("a: 1\nb:\n  - c: 2\n")
    assert parsed.line_of(("b", 0, "missing", "deeper")) == 3
    assert parsed.line_of(("nothing",)) == 1


@pytest.mark.parametrize(
    ("path", "shown"),
    [(("results", 2, "ldn", "n"), "results[2].ldn.n"), ((0, "id"), "[0].id"), (("a",), "a"), ((), "")],
)
def test_path_is_shown_as_a_curator_would_write_it(path: tuple[str | int, ...], shown: str) -> None:
    assert show_path(path) == shown


@settings(settings.get_profile("calm"))
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_in_quotes_comes_back_unchanged(text: str) -> None:
    parsed = parse("a: " + yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000))
    assert parsed.problems == []
    assert parsed.content == {"a": text}


def _read_elsewhere(scalar: str) -> object:
    try:
        value = yaml.safe_load(f"a: {scalar}\n")["a"]
    except (yaml.YAMLError, ValueError, TypeError, KeyError):
        return scalar
    return scalar if isinstance(value, date | dict) else value


@settings(settings.get_profile("calm"), max_examples=400)
@given(st.from_regex(r"[-+]?[0-9._:]{1,5}|[-+]?0[bxo][01_]{1,3}|[a-z]{1,5}|[-+]?[0-9]\.?e[-+]?[0-9]", fullmatch=True))
def test_scalar_is_read_as_everywhere_else_or_refused(scalar: str) -> None:
    parsed = parse(f"a: {scalar}\n")
    assert parsed.problems or parsed.content == {"a": _read_elsewhere(scalar)}
