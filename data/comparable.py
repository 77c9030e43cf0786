"""Results made comparable without inventing: a standardised difference only where n, mean and SD are all published.

Hedges' g with the usual small-sample correction and its large-sample standard error (Hedges and Olkin, Statistical
Methods for Meta-Analysis, 1985), the formulas of statsmodels' `effectsize_smd`, against which the tests check it.
"""

from dataclasses import dataclass
from math import sqrt

from data.intervals import Z95
from data.models.study import Arm, Better, Design, Result, Study


@dataclass(frozen=True)
class StandardisedDifference:
    """LDN minus control in pooled standard deviations, with its 95% interval; below zero favours LDN.

    The sign is turned where higher is better, so that one direction reads the same everywhere.
    """

    value: float
    low: float
    high: float


def standardised_difference(study: Study, result: Result) -> StandardisedDifference | None:
    """Hedges' g of a result, or None where n, end mean and SD of both arms are not all published.

    Crossover trials give none: the same people stand in both arms and the correlation is not published.
    """
    ldn, control = result.ldn, result.control
    if study.design is not Design.RANDOMISED_PARALLEL or result.better is Better.NEITHER:
        return None
    if not isinstance(ldn, Arm) or not isinstance(control, Arm):
        return None
    figures = (ldn.n, ldn.mean, ldn.sd, control.n, control.mean, control.sd)
    if any(figure is None for figure in figures):
        return None
    n1, mean1, sd1, n2, mean2, sd2 = (float(figure) for figure in figures if figure is not None)
    if min(n1, n2) < 2 or sd1 + sd2 == 0:
        return None
    value, low, high = hedges_g(n1, mean1, sd1, n2, mean2, sd2)
    if result.better is Better.HIGHER:
        value, low, high = -value, -high, -low
    return StandardisedDifference(value, low, high)


def hedges_g(n1: float, mean1: float, sd1: float, n2: float, mean2: float, sd2: float) -> tuple[float, float, float]:
    """Bias-corrected standardised mean difference, group 1 minus group 2, with its 95% interval."""
    people = n1 + n2
    pooled = sqrt(((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2) / (people - 2))
    value = (1 - 3 / (4 * people - 9)) * (mean1 - mean2) / pooled
    error = sqrt(people / (n1 * n2) + value**2 / (2 * (people - 3.94)))
    return value, value - Z95 * error, value + Z95 * error
