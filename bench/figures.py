"""A measurement as median and range, never as one number."""

import statistics
from collections.abc import Sequence
from typing import TypedDict


class Spread(TypedDict):
    """Median, lowest and highest of `runs` measurements."""

    median: float
    low: float
    high: float
    runs: int


def spread(values: Sequence[float], digits: int = 1) -> Spread:
    """The spread of at least one value."""
    middle, low, high = (round(value, digits) for value in (statistics.median(values), min(values), max(values)))
    return {"median": middle, "low": low, "high": high, "runs": len(values)}
