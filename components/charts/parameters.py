"""Pharmacokinetic figures with their ranges, the dose they were measured at, and where they stand."""

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture
from components.charts.stacking import stacking_table
from content.numbers import write_number, write_range
from content.text import Words
from data.dataset import Dataset
from data.models.mechanism import Parameter
from data.naming import short_name

COLUMNS = ("parameter", "central", "range", "studied", "at_low", "sources")


def parameter_table(dataset: Dataset, words: Words) -> Chart:
    """One row per parameter. A value nobody published stays an empty, hatched cell that says so."""
    parameters = dataset.mechanisms.parameters
    header = tuple(words(f"how.{name}") for name in COLUMNS)
    rows = tuple(_cells(parameter, dataset, words) for parameter in parameters)
    body = [_row(parameter, row, words) for parameter, row in zip(parameters, rows, strict=True)]
    data = [{"parameter": parameter.id} for parameter in parameters]
    table = stacking_table(words("how.numbers"), header, body, row_data=data)
    measured = sum(parameter.measured_at_low_dose for parameter in parameters)
    alt = f"{words('how.numbers')}: {len(parameters)}. {words('how.at_low')}: {measured}."
    return Chart(
        key="parameters",
        markup=picture(table),
        alt=alt,
        table=Table(header, rows),
        source_note=words("how.sources"),
    )


def _cells(parameter: Parameter, dataset: Dataset, words: Words) -> tuple[str, ...]:
    unknown = words("how.unknown")
    central = (
        f"{write_number(parameter.central, words.language)} {parameter.unit}"
        if parameter.central is not None
        else unknown
    )
    spread = (
        write_range(parameter.low, parameter.high, words.language)
        if parameter.low is not None and parameter.high is not None
        else unknown
    )
    sources = "; ".join(
        dict.fromkeys(
            f"{_name(source.source, dataset)} ({words(f'depth.{source.depth}')})" for source in parameter.sources
        )
    )
    derived = f" ({words('how.derived')})" if parameter.derived else ""
    at_low = words("how.yes") if parameter.measured_at_low_dose else words("how.no")
    return (
        words(f"mechanisms.parameters.{parameter.id}.name"),
        central + derived,
        spread,
        parameter.dose_studied,
        at_low,
        sources,
    )


def _name(source: str, dataset: Dataset) -> str:
    study = dataset.study_by_id.get(source)
    return short_name(study) if study else dataset.document_by_id[source].title


def _row(parameter: Parameter, cells: tuple[str, ...], words: Words) -> list[h.Node]:
    key = f"mechanisms.parameters.{parameter.id}.note"
    note = h.small(".quiet")[words(key)] if words.has(key) else None
    unknown = words("how.unknown")
    return [[cells[0], note], *(h.span(".unknown")[text] if text == unknown else text for text in cells[1:])]
