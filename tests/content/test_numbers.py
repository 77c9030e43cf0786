"""Numbers, ranges and dates as each language writes them."""

from datetime import date

import pytest

from content.numbers import write_date, write_number, write_range, write_signed


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [
        (4.5, "en", "4.5"),
        (12.0, "en", "12"),
        (15297, "en", "15,297"),
        (-0.34, "en", "−0.34"),
        (0, "en", "0"),
        (2.678, "en", "2.68"),
        (4.5, "de", "4,5"),
        (15297, "de", "15.297"),
        (1234567.5, "de", "1.234.567,5"),
        (-0.34, "de", "−0,34"),
        (4.5, "es", "4,5"),
        (15297, "es", "15.297"),
        (-0.34, "es", "−0,34"),
    ],
)
def test_number_is_written_as_the_language_does(value: float, language: str, written: str) -> None:
    assert write_number(value, language) == written


def test_minus_is_a_minus_sign_not_a_hyphen() -> None:
    assert write_number(-1) == "\N{MINUS SIGN}1"
    assert "-" not in write_range(-2, -1) + write_signed(-1) + write_number(-15297, "de")


@pytest.mark.parametrize(("value", "digits", "written"), [(68.75, 0, "69"), (1.26, 1, "1.3"), (0.12, 3, "0.12")])
def test_number_has_no_more_digits_than_asked_for(value: float, digits: int, written: str) -> None:
    assert write_number(value, digits=digits) == written


@pytest.mark.parametrize("value", [0.001, -0.001, 0.004])
def test_small_number_is_never_written_as_zero(value: float) -> None:
    # "p below 0" is nonsense, and a difference of 0.004 is not none.
    assert write_number(value) not in ("0", "−0")


def test_zero_has_no_sign() -> None:
    assert write_number(-0.0) == "0"
    assert write_signed(-0.0) == "0"


@pytest.mark.parametrize(("value", "written"), [(1.2, "+1.2"), (-0.34, "−0.34"), (0, "0"), (15297, "+15,297")])
def test_difference_carries_its_sign(value: float, written: str) -> None:
    assert write_signed(value) == written


def test_difference_carries_its_sign_in_german() -> None:
    assert write_signed(1.25, "de") == "+1,25"


def test_range_names_both_ends() -> None:
    assert write_range(-0.95, 0.27) == "−0.95 – 0.27"
    assert write_range(3, 4.5, "de") == "3 – 4,5"


@pytest.mark.parametrize(("language", "written"), [("en", "22 November 2026"), ("fr", "22 novembre 2026")])
def test_date_is_written_in_words(language: str, written: str) -> None:
    assert write_date(date(2026, 11, 22), language) == written
