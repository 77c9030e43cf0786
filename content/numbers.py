"""How numbers, percentages, ranges and dates are written in each language (Babel)."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from math import floor, log10

from babel import Locale
from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

MINUS = "\N{MINUS SIGN}"


@lru_cache(maxsize=8192)
def write_number(value: float, language: str = "en", *, digits: int = 2) -> str:
    """Up to `digits` decimals, none that are not needed: 4.5, 12, 15,297, −0.34; more for a small value: 0.001."""
    if 0 < abs(value) < 10**-digits:
        digits = max(digits, 1 - floor(log10(abs(value))))
    rounded = round(value, digits) or 0.0
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return format_decimal(rounded, format=pattern, locale=language).replace("-", MINUS)


def write_signed(value: float, language: str = "en", *, digits: int = 2) -> str:
    """A difference with its sign: +1.2, −0.34, 0."""
    sign = "+" if value > 0 else ""
    return sign + write_number(value, language, digits=digits)


def write_range(low: float, high: float, language: str = "en", *, digits: int = 2) -> str:
    """Two ends joined by a word-free, sign-safe 'to': −0.95 to 0.27."""
    return f"{write_number(low, language, digits=digits)} – {write_number(high, language, digits=digits)}"


def write_date(day: date, language: str = "en") -> str:
    """A date in words: 22 November 2026."""
    return format_date(day, format="d MMMM y", locale=language)


def write_weekdays(language: str = "en") -> tuple[str, ...]:
    """The days of the week in short, Monday first."""
    return tuple(name for _, name in sorted(get_day_names("abbreviated", locale=language).items()))


def write_country(code: str, language: str = "en") -> str:
    """A country's name from its ISO code; the code itself when Babel does not know it."""
    return str(Locale.parse(language).territories.get(code, code))


def write_list(names: Sequence[str], language: str = "en") -> str:
    """Names joined as the language joins them: pain, sleep and mood."""
    return format_list(list(names), locale=language)


def write_alternatives(names: Sequence[str], language: str = "en") -> str:
    """Names joined as the language joins what was looked for: pain, sleep or mood."""
    return format_list(list(names), style="or", locale=language)
