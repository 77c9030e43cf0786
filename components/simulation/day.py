"""A dose of naltrexone over a day or a week: blood levels and filled mu receptors, as ranges and never as one line.

A model scaled from full-dose figures. Nobody has measured this at low dose.

Blood: one compartment for naltrexone with first-order absorption; the share that the liver changes on its first
pass, and all naltrexone that leaves the blood, become 6-beta-naltrexol, which leaves with its own half-life. Levels
are scaled to the published peaks of 50 mg (naltrexone: from the average of one text to the level another source gives
without naming the dose) and follow the dose in proportion.
Receptors: a dose at work fades with a half-time and adds up with later doses; dose at work / (dose at work +
half-occupancy dose) of the mu receptors are filled. The half-occupancy dose is what each of the seven published PET
readings implies by itself. At the full dose the half-time follows from the fading of the block that was measured in
people; from 12.5 mg on a block was still seen after a day, so it is at least that of 6-beta-naltrexol in blood; below
that nobody has measured it, and it runs from the half-life of naltrexone in blood to the full dose's longest.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data.dataset import Dataset
from data.models.mechanism import Parameter

Array = NDArray[np.float64]
FULL_DOSE_MG = 50.0
HOURS_A_DAY = 24.0
SEEN_AFTER_A_DAY_MG = 12.5
SAMPLES = 400
SEED = 20261122
# The middle nine tenths of the sampled curves are drawn.
BAND = (5.0, 95.0)
_STEPS_TO_SOLVE = 80


@dataclass(frozen=True)
class Ranges:
    """Parameters with their ranges, as published or as said in data/mechanisms.yaml. Hours, mg, ng/ml, shares of 1."""

    half_life_parent: tuple[float, float]
    half_life_metabolite: tuple[float, float]
    time_to_peak: float
    peak_parent: tuple[float, float]
    peak_metabolite: float
    reaching_blood: tuple[float, float]
    half_occupancy_doses: tuple[float, ...]
    fading_low_dose: tuple[float, float]
    fading_from_seen_after_a_day: tuple[float, float]
    fading_full_dose: tuple[float, float]

    def fading(self, dose_mg: float) -> tuple[float, float]:
        """Range of the half-time, in hours, with which a dose of this size stops being at work."""
        if dose_mg >= FULL_DOSE_MG:
            return self.fading_full_dose
        return self.fading_from_seen_after_a_day if dose_mg >= SEEN_AFTER_A_DAY_MG else self.fading_low_dose


@dataclass(frozen=True)
class Sample:
    """One draw of every parameter. `absorption` is per hour; `fading` runs from 0 to 1 along the dose's own range."""

    half_life_parent: float
    half_life_metabolite: float
    reaching_blood: float
    absorption: float
    peak_parent: float
    half_occupancy_dose: float
    fading: float


@dataclass(frozen=True)
class Samples:
    """All draws at once, each parameter as a column, so that one sum works out the curves of all of them."""

    half_life_parent: Array
    half_life_metabolite: Array
    reaching_blood: Array
    absorption: Array
    half_occupancy_dose: Array
    fading: Array
    # ng/ml that each mg adds for each share of the dose in the body.
    per_mg_parent: Array
    per_mg_metabolite: Array


@dataclass(frozen=True)
class Band:
    """Lowest, middle and highest of the drawn range at each hour."""

    low: Array
    middle: Array
    high: Array


@dataclass(frozen=True)
class Course:
    """What one dose a day does: hours, naltrexone and 6-beta-naltrexol in ng/ml, share of mu receptors filled."""

    dose_mg: float
    hours: Array
    parent: Band
    metabolite: Band
    filled: Band
    # Lowest and highest of what the samples reach at their own highest moment.
    highest: tuple[float, float]


def ranges_of(dataset: Dataset) -> Ranges:
    """The model's parameters from the dataset. Raises KeyError when one is missing, ValueError when it has no value."""
    found = {parameter.id: parameter for parameter in dataset.mechanisms.parameters}
    low, high = _range(found["bioavailability-naltrexone"])
    implied = tuple(
        reading.dose_mg * (100 - reading.value) / reading.value for reading in found["mu-occupancy-readings"].readings
    )
    at_work = tuple(
        half_time_at_work(hours, _central(found["half-occupancy-dose"]))
        for hours in _range(found["blockade-half-time-50mg"])
    )
    metabolite = _central(found["half-life-6-beta-naltrexol"])
    return Ranges(
        half_life_parent=_range(found["half-life-naltrexone"]),
        half_life_metabolite=_range(found["half-life-6-beta-naltrexol"]),
        time_to_peak=_central(found["time-to-peak-naltrexone"]),
        peak_parent=_range(found["peak-naltrexone-50mg"]),
        peak_metabolite=_central(found["peak-6-beta-naltrexol-50mg"]),
        reaching_blood=(low / 100, high / 100),
        half_occupancy_doses=implied,
        fading_low_dose=(_central(found["half-life-naltrexone"]), at_work[1]),
        fading_from_seen_after_a_day=(metabolite, at_work[1]),
        fading_full_dose=(at_work[0], at_work[1]),
    )


def half_time_at_work(half_time_of_block: float, half_occupancy_dose: float) -> float:
    """Half-time of the dose at work that lets the block after 50 mg fall to half in `half_time_of_block` hours."""
    begun = filled_after(FULL_DOSE_MG, half_occupancy_dose)
    halved = begun / 2
    left = halved / (1 - halved) / (begun / (1 - begun))
    return float(half_time_of_block / -np.log2(left))


def _range(parameter: Parameter) -> tuple[float, float]:
    if parameter.low is None or parameter.high is None:
        raise ValueError(f"{parameter.id} has no range: give low and high in data/mechanisms.yaml")
    return parameter.low, parameter.high


def _central(parameter: Parameter) -> float:
    if parameter.central is None:
        raise ValueError(f"{parameter.id} has no central value: give one in data/mechanisms.yaml")
    return parameter.central


def absorption_rate(time_to_peak: float, half_life: float) -> float:
    """The absorption rate (per hour) whose curve peaks at `time_to_peak` hours, by bisection.

    Bateman's curve peaks at ln(ka/ke)/(ka-ke). Raises ValueError when no absorption faster than elimination does.
    """
    leaving = np.log(2) / half_life
    if time_to_peak * leaving >= 1:
        raise ValueError(f"no absorption peaks at {time_to_peak} h with a half-life of {half_life} h")
    low, high = leaving * 1.0001, 1e4
    for _ in range(_STEPS_TO_SOLVE):
        middle = (low + high) / 2
        peak = np.log(middle / leaving) / (middle - leaving)
        low, high = (middle, high) if peak > time_to_peak else (low, middle)
    return float((low + high) / 2)


@lru_cache(maxsize=8)
def draw_samples(ranges: Ranges, count: int = SAMPLES, seed: int = SEED) -> tuple[Sample, ...]:
    """Draws from all ranges: evenly, on a logarithmic scale for the peak; one of the seven scans for the receptors."""
    dice = np.random.default_rng(seed)
    samples = []
    for _ in range(count):
        half_life = dice.uniform(*ranges.half_life_parent)
        samples.append(
            Sample(
                half_life_parent=half_life,
                half_life_metabolite=dice.uniform(*ranges.half_life_metabolite),
                reaching_blood=dice.uniform(*ranges.reaching_blood),
                absorption=absorption_rate(ranges.time_to_peak, half_life),
                peak_parent=float(np.exp(dice.uniform(*np.log(ranges.peak_parent)))),
                half_occupancy_dose=float(dice.choice(ranges.half_occupancy_doses)),
                fading=dice.uniform(),
            )
        )
    return tuple(samples)


@lru_cache(maxsize=8)
def draw_together(ranges: Ranges, count: int = SAMPLES, seed: int = SEED) -> Samples:
    """The draws as columns, with the two scales that the published peaks of 50 mg give each of them."""
    drawn = draw_samples(ranges, count, seed)
    fine = np.linspace(0, HOURS_A_DAY, 481)
    shapes = [amounts(sample, fine) for sample in drawn]
    return Samples(
        half_life_parent=_column([s.half_life_parent for s in drawn]),
        half_life_metabolite=_column([s.half_life_metabolite for s in drawn]),
        reaching_blood=_column([s.reaching_blood for s in drawn]),
        absorption=_column([s.absorption for s in drawn]),
        half_occupancy_dose=_column([s.half_occupancy_dose for s in drawn]),
        fading=_column([s.fading for s in drawn]),
        per_mg_parent=_column(
            [s.peak_parent / shape[1].max() / FULL_DOSE_MG for s, shape in zip(drawn, shapes, strict=True)]
        ),
        per_mg_metabolite=_column([ranges.peak_metabolite / shape[2].max() / FULL_DOSE_MG for shape in shapes]),
    )


def _column(values: list[float]) -> Array:
    return np.array(values)[:, np.newaxis]


def amounts(sample: Sample | Samples, hours: Array) -> tuple[Array, Array, Array, Array]:
    """Shares of one dose, summing to 1, at hours since it: in the gut, naltrexone, 6-beta-naltrexol, gone.

    Closed form of gut' = -ka gut; parent' = F ka gut - ke parent;
    metabolite' = (1-F) ka gut + ke parent - km metabolite.
    """
    ka, reaching = sample.absorption, sample.reaching_blood
    ke, km = np.log(2) / sample.half_life_parent, np.log(2) / sample.half_life_metabolite
    since = np.clip(hours, 0, None)
    begun = hours >= 0
    gut, leaving, fading = np.exp(-ka * since), np.exp(-ke * since), np.exp(-km * since)
    parent = reaching * ka / (ka - ke) * (leaving - gut)
    first_pass = (1 - reaching) * ka / (ka - km) * (fading - gut)
    scale = reaching * ka * ke / (ka - ke)
    later = scale * ((fading - leaving) / (ke - km) - (fading - gut) / (ka - km))
    metabolite = first_pass + later
    in_gut = np.where(begun, gut, 0.0)
    parent, metabolite = np.where(begun, parent, 0.0), np.where(begun, metabolite, 0.0)
    gone = np.where(begun, 1.0, 0.0) - in_gut - parent - metabolite
    return in_gut, parent, metabolite, gone


def filled_after(dose_mg: float, half_occupancy_dose: float) -> float:
    """Share of mu receptors filled in the first hours after one dose of `dose_mg`."""
    return dose_mg / (dose_mg + half_occupancy_dose)


def course(ranges: Ranges, dose_mg: float, *, days: int, step: float = 0.25, seed: int = SEED) -> Course:
    """One dose of `dose_mg` a day for `days` days, every `step` hours. Raises ValueError for impossible settings."""
    if dose_mg < 0 or days < 1:
        raise ValueError(f"needs a dose of 0 mg or more and at least one day, got {dose_mg} mg and {days} days")
    if not np.isclose(HOURS_A_DAY / step, round(HOURS_A_DAY / step)):
        raise ValueError(f"a day must be a whole number of steps, got steps of {step} h")
    hours = np.arange(0, days * HOURS_A_DAY + step / 2, step)
    parents, metabolites, filled = _curves(draw_together(ranges, seed=seed), ranges, dose_mg, hours, step)
    low, high = np.percentile(filled.max(axis=1), BAND)
    return Course(dose_mg, hours, _band(parents), _band(metabolites), _band(filled), highest=(float(low), float(high)))


def _curves(samples: Samples, ranges: Ranges, dose_mg: float, hours: Array, step: float) -> tuple[Array, Array, Array]:
    """Naltrexone, 6-beta-naltrexol and filled receptors: a row for each sample, a column for each hour."""
    slowest, fastest = np.log(ranges.fading(dose_mg)[::-1])
    half_time = np.exp(fastest + samples.fading * (slowest - fastest))
    gut, one_parent, one_metabolite, _ = amounts(samples, hours)
    one_at_work = dose_mg * (1 - gut) * np.exp2(-hours / half_time)
    parent, metabolite, at_work = one_parent.copy(), one_metabolite.copy(), one_at_work.copy()
    per_day = round(HOURS_A_DAY / step)
    for begun in range(per_day, len(hours) - 1, per_day):
        # The next day's dose does what the first did, so many points later.
        for total, one in ((parent, one_parent), (metabolite, one_metabolite), (at_work, one_at_work)):
            total[:, begun:] += one[:, : len(hours) - begun]
    parent *= dose_mg * samples.per_mg_parent
    metabolite *= dose_mg * samples.per_mg_metabolite
    return parent, metabolite, at_work / (at_work + samples.half_occupancy_dose)


def _band(curves: Array) -> Band:
    low, middle, high = np.percentile(curves, (BAND[0], 50.0, BAND[1]), axis=0)
    return Band(low, middle, high)
