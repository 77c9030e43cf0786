"""Provenance holds: sources exist, depth allows what is said, doses and retractions are consistent."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from data.dataset import Dataset
from data.models.base import Depth, Missing, Provenance
from data.models.study import Dose, DoseBand, IntegrityStatus, Study

Path = tuple[str | int, ...]
LOW_MG = (0.5, 6.0)
LOW_MG_PER_KG = 0.1
DEEP = frozenset({Depth.FULL_TEXT, Depth.REGISTER, Depth.LABEL})


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value inside a record with its path, parents before children."""
    yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))


def sources_exist(dataset: Dataset) -> Iterator[Any]:
    """Every value names one of its own study's sources."""
    for study in dataset.studies:
        known = sorted(source.id for source in study.sources)
        for path, value in walk(study):
            if isinstance(value, Provenance) and value.source not in known:
                wrong = f"there is no source {value.source} in this file"
                yield (
                    study,
                    (*path, "source"),
                    wrong,
                    f"Allowed here: {', '.join(known)}; or add it under `sources`",
                )


def depth_allows_claim(dataset: Dataset) -> Iterator[Any]:
    """Only someone who read the whole text, the register entry or the label can say it does not report a thing."""
    for study in dataset.studies:
        if any(source.depth in DEEP for source in study.sources):
            continue
        for path, value in walk(study):
            if value is Missing.NOT_REPORTED:
                fix = "Write not-found, or read the full text and add it as a source"
                yield (
                    study,
                    path,
                    "not-reported cannot be known from an abstract or a second-hand report",
                    fix,
                )


def dose_band_matches_dose(dataset: Dataset) -> Iterator[Any]:
    """The band follows from the milligrams: low is 0.5-6 mg a day or at most 0.1 mg/kg."""
    for study in dataset.studies:
        dose = study.dose
        if not isinstance(dose, Dose) or dose.highest_mg is None:
            continue
        expected = _band(dose.highest_mg, per_kg=dose.per_kg)
        if dose.band is not expected:
            unit = "mg/kg" if dose.per_kg else "mg"
            wrong = f"the band says {dose.band}, but {dose.highest_mg:g} {unit} a day is {expected}"
            yield study, ("dose", "band"), wrong, "Correct the band or the dose; see `dose` in data/FORMAT.md"


def _band(highest_mg: float, *, per_kg: bool) -> DoseBand:
    if per_kg:
        return DoseBand.LOW if highest_mg <= LOW_MG_PER_KG else DoseBand.HIGHER
    if highest_mg < LOW_MG[0]:
        return DoseBand.ULTRA_LOW
    return DoseBand.LOW if highest_mg <= LOW_MG[1] else DoseBand.HIGHER


def retraction_has_notice(dataset: Dataset) -> Iterator[Any]:
    """A study called corrected, doubted or retracted links the notice that says so."""
    for study in dataset.studies:
        if study.integrity.status is not IntegrityStatus.NOTHING_FOUND and study.integrity.notice is None:
            yield (
                study,
                ("integrity", "notice"),
                f"{study.integrity.status} without a link to the notice",
                _notice_fix(study),
            )


def _notice_fix(study: Study) -> str:
    return f"Add the address of the notice about {study.id}, e.g. https://doi.org/..."
