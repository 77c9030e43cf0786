"""Intervals fit for small arms: Wilson for one share, Newcombe's hybrid score for a difference of two."""

from math import sqrt
from statistics import NormalDist

Z95 = NormalDist().inv_cdf(0.975)


def wilson(events: int, people: int) -> tuple[float, float]:
    """95% interval of a share, both ends between 0 and 1 (Wilson 1927). Raises ValueError without people."""
    if people <= 0 or not 0 <= events <= people:
        raise ValueError(f"needs 0 <= events <= people and people > 0, got {events} of {people}")
    share = events / people
    square = Z95**2
    centre = share + square / (2 * people)
    half = Z95 * sqrt(share * (1 - share) / people + square / (4 * people**2))
    scale = 1 + square / people
    # Nobody and everybody are exact ends of the formula; computed, they miss it by the last bit and read "0.0000...12".
    low = (centre - half) / scale if events else 0.0
    high = (centre + half) / scale if events < people else 1.0
    return low, high


def risk_difference(events_a: int, people_a: int, events_b: int, people_b: int) -> tuple[float, float, float]:
    """Share a minus share b with its 95% interval (Newcombe 1998, method 10), for two separate groups of people.

    Raises ValueError as `wilson` does.
    """
    low_a, high_a = wilson(events_a, people_a)
    low_b, high_b = wilson(events_b, people_b)
    share_a, share_b = events_a / people_a, events_b / people_b
    difference = share_a - share_b
    low = difference - sqrt((share_a - low_a) ** 2 + (high_b - share_b) ** 2)
    high = difference + sqrt((high_a - share_a) ** 2 + (share_b - low_b) ** 2)
    return difference, low, high
