"""A study's facts, results and side effects as plain rows of text, each with the place it stands in."""

from components.charts.chart import Table
from components.charts.phrases import describe_arm, describe_counted, describe_direction, describe_effect, drug_name
from content.numbers import write_country, write_number, write_signed
from content.text import Words
from data.comparable import standardised_difference
from data.models.base import Count, Countries, Missing, Provenance, Quantity
from data.models.study import ANIMALS, CELLS, Comparator, Dose, EventArm, Result, SideEffectReport, Study


def place(value: Provenance, study: Study, words: Words) -> str:
    """Where a value stands and how deep that source was read: 'results (only the abstract read)'."""
    depth = next(source.depth for source in study.sources if source.id == value.source)
    return words("study.in_source", where=value.where, depth=words(f"depth.{depth}"))


def fact_rows(study: Study, words: Words) -> list[tuple[str, str, str]]:
    """Who, against what, dose, how long, how many and so on: (name, text, place). Unknown is said, never left out."""
    people = study.people
    rows: list[tuple[str, str, Provenance | None]] = []

    def add(key: str, value: object, text: str | None = None) -> None:
        if value is Missing.NOT_APPLICABLE:
            return
        if isinstance(value, Missing):
            rows.append((words(key), words(f"missing.{value}"), None))
        elif isinstance(value, Provenance):
            rows.append((words(key), text if text is not None else str(getattr(value, "value", "")), value))

    add("study.who", people.population)
    add("study.countries", people.countries, _countries(people.countries, words))
    add("study.dose", study.dose, _dose(study, words))
    add("study.against", study.comparator, _against(study.comparator, words))
    add("study.how_long", study.weeks_on_drug, _weeks(study.weeks_on_drug, words))
    for name in ("entered", "randomised", "analysed"):
        count = getattr(people, name)
        number = write_number(count.value, words.language) if isinstance(count, Count) else ""
        add(f"study.{name}", count, number)
    add("study.dropouts", people.dropouts)
    add("study.money", study.funding)
    add("study.conflicts", study.conflicts)
    add("study.registration", study.registration, getattr(study.registration, "number", ""))
    return [(name, text, place(value, study, words) if value else "") for name, text, value in rows]


def _dose(study: Study, words: Words) -> str:
    if not isinstance(study.dose, Dose):
        return ""
    # A band is about people; a mouse's milligrams per kilogram are neither low nor high for them.
    if study.design in ANIMALS | CELLS:
        return study.dose.text
    return f"{study.dose.text} ({words(f'band.{study.dose.band}')})"


def _against(value: Comparator | Missing, words: Words) -> str:
    return f"{words(f'comparator.{value.kind}')}: {value.text}" if isinstance(value, Comparator) else ""


def _countries(value: Countries | Missing, words: Words) -> str:
    if isinstance(value, Missing):
        return ""
    return ", ".join(write_country(code, words.language) for code in value.value)


def _weeks(value: Quantity | Missing, words: Words) -> str:
    if not isinstance(value, Quantity):
        return ""
    key = "study.weeks_one" if value.value == 1 else "study.weeks"
    return words(key, n=write_number(value.value, words.language))


def result_table(study: Study, words: Words) -> Table:
    """All results, one row each."""
    header = (
        words("study.outcome"),
        words("study.measured_by"),
        drug_name(study, words),
        words("study.control"),
        words("study.difference"),
        words("study.stands_in"),
    )
    return Table(
        header,
        tuple(_result_row(study, r, words) for r in study.results),
    )


def _result_row(study: Study, result: Result, words: Words) -> tuple[str, ...]:
    when = (
        ""
        if isinstance(result.weeks, Missing)
        else f", {words('study.week_n', n=write_number(result.weeks, words.language))}"
    )
    main = f" ({words('study.primary')})" if result.primary else ""
    return (
        f"{words(f'outcomes.{result.outcome}.name')}{main}",
        f"{result.measured_by}{when}",
        describe_arm(result.ldn, words),
        describe_arm(result.control, words),
        " · ".join(
            part
            for part in (
                describe_effect(result.effect, words),
                describe_direction(study, result, words),
                _computed(study, result, words),
            )
            if part
        ),
        " · ".join([place(result, study, words), *_read_once(result, words), *([result.note] if result.note else [])]),
    )


def _computed(study: Study, result: Result, words: Words) -> str:
    """Our own standardised or counted difference, said to be ours; empty where the published figures allow none."""
    found = standardised_difference(study, result)
    if found is None:
        return describe_counted(study, result, words)
    value, low, high = (write_signed(figure, words.language) for figure in (found.value, found.low, found.high))
    return words("study.computed", value=value, low=low, high=high)


def effect_table(study: Study, words: Words) -> Table:
    """All side effects, one row each."""
    header = (
        words("study.effects"),
        drug_name(study, words),
        words("study.control"),
        words("study.difference"),
        words("study.stands_in"),
    )
    return Table(header, tuple(_effect_row(study, report, words) for report in study.side_effects))


def _effect_row(study: Study, report: SideEffectReport, words: Words) -> tuple[str, ...]:
    unit = f" ({words('effects.events_word')})" if report.counted == "events" else ""
    notes = [note for note in (report.severity, report.response, report.note) if note]
    return (
        words(f"side_effects.{report.effect}.name") + unit,
        _events(report.ldn, words),
        _events(report.control, words),
        describe_effect(report.comparison, words),
        " · ".join([place(report, study, words), *_read_once(report, words), *notes]),
    )


def _read_once(value: Result | SideEffectReport, words: Words) -> list[str]:
    """That nobody who looked again reached these figures."""
    return [words("effects.read_once")] if value.read_once else []


def _events(arm: EventArm | Missing, words: Words) -> str:
    if isinstance(arm, Missing):
        return words(f"missing.{arm}")
    if arm.events is not None and arm.n is not None:
        return words(
            "effects.counted_in",
            events=write_number(arm.events, words.language),
            n=write_number(arm.n, words.language),
        )
    if arm.percent is not None:
        return f"{write_number(arm.percent, words.language)} %"
    return write_number(arm.events, words.language) if arm.events is not None else "–"
