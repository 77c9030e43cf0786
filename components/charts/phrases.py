"""Sentences about results, built from the records: the verb follows the certainty, the figures carry their range."""

from collections.abc import Sequence

from content.numbers import write_alternatives, write_list, write_number, write_signed
from content.text import Words
from data.compared import compared
from data.evidence import Evidence, Voice
from data.labels import Label, Reason, State
from data.models.base import Missing
from data.models.study import (
    BETWEEN_GROUPS,
    FROM_START,
    RATIOS,
    Arm,
    Better,
    Comparator,
    ComparatorKind,
    Design,
    Direction,
    Dose,
    DoseBand,
    Effect,
    Measure,
    Result,
    Study,
)
from data.naming import short_name


def verdict(label: Label, condition: str, words: Words) -> str:
    """Which way and how sure, in one sentence; of outcomes that differ, about the one people care about most."""
    if label.parts:
        return verdict(label.parts[0], condition, words)
    # A result of a mixed group is never worded as if it were this condition's own.
    if Reason.INDIRECT in label.reasons:
        condition = words("verdict.among", condition=condition)
    subject = words("verdict.subject", outcomes=_named(label.measured, words), condition=condition)
    variant = _variant(label)
    if label.outcome and label.state is State.UNCONTROLLED:
        outcome = _named([label.outcome], words)
        return words(f"verdict.{label.state}.outcome_{variant}", condition=condition, outcome=outcome)
    return words(f"verdict.{label.state}.{variant}", condition=condition, subject=subject)


def further_verdicts(label: Label, condition: str, words: Words) -> tuple[str, ...]:
    """A sentence for each other outcome whose direction or certainty differs from the first one's."""
    return tuple(verdict(part, condition, words) for part in label.parts[1:])


def _variant(label: Label) -> str:
    if label.state is State.MIXED and len(label.compared) == 1:
        size = "one-small-trial" if Reason.FEW_PEOPLE in label.reasons else "one-trial"
        return f"{size}-favours" if label.voices == (Voice.LDN,) else size
    if _speaks_against(label):
        return "against"
    if label.state is State.NO_DIFFERENCE and Reason.SECOND_HAND in label.reasons:
        return "second-hand"
    if label.state is State.UNCONTROLLED:
        if label.cells[Evidence.PLACEBO_TRIAL].studies:
            return "unread"
        if label.cells[Evidence.OTHER_COMPARISON].studies:
            return "compared"
        return "followed" if label.cells[Evidence.BEFORE_AFTER].studies else "cases"
    if label.state is State.UNTESTED:
        return "other_doses" if label.not_counted else "none"
    return label.certainty.slug if label.certainty else "none"


def what_was_not_measured(label: Label, words: Words) -> str:
    """What people care about most that no placebo trial compared; empty when there is nothing to say."""
    if not label.unmeasured:
        return ""
    return words("verdict.unmeasured", outcomes=write_alternatives(_names(label.unmeasured, words), words.language))


def _named(outcomes: Sequence[str], words: Words) -> str:
    return write_list(_names(outcomes, words), words.language)


def _names(outcomes: Sequence[str], words: Words) -> list[str]:
    return [words(f"outcomes.{outcome}.name").lower() for outcome in outcomes]


def which_way(label: Label, words: Words) -> str:
    """The state in words; a single trial does not disagree with itself, and says which way it points."""
    long = words("state.no-difference.against_long" if _speaks_against(label) else f"state.{label.state}.long")
    return of_one_trial(label, words) or long


def state_word(label: Label, words: Words) -> str:
    """The state in two or three words; trials that favour placebo are never called no clear difference."""
    return words("state.no-difference.against" if _speaks_against(label) else f"state.{label.state}.name")


def _speaks_against(label: Label) -> bool:
    return label.state is State.NO_DIFFERENCE and label.against_ldn


def of_one_trial(label: Label, words: Words) -> str:
    """Which way the only trial points that gives a comparison; empty where there are more, or none."""
    if len(label.compared) == 1 and _speaks_against(label):
        return words("state.no-difference.one_against")
    if label.state is not State.MIXED or len(label.compared) != 1:
        return ""
    return words("state.mixed.one_favours" if label.voices == (Voice.LDN,) else "state.mixed.one")


def trials_text(label: Label, words: Words) -> str:
    """How many placebo trials there are, how many give a comparison, and the people in those."""
    trials = label.cells[Evidence.PLACEBO_TRIAL].studies
    if not trials:
        return words("evidence.none")
    people = people_text(label.compared_people or None, words)
    if not label.compared:
        return f"{studies_text(len(trials), words)}, {words('evidence.not_compared')}"
    if len(label.compared) == len(trials):
        return f"{studies_text(len(trials), words)}, {people}"
    counts = {
        name: write_number(n, words.language) for name, n in (("compared", len(label.compared)), ("all", len(trials)))
    }
    return words("evidence.compared", people=people, **counts)


def how_sure(label: Label, words: Words) -> str:
    """The certainty in everyday words."""
    return words(f"certainty.{label.certainty.slug if label.certainty else 'none'}.name")


def how_much(label: Label, words: Words) -> str:
    """The published size in the largest placebo trial, or that there is none."""
    if label.size is None:
        return words("size.not_published" if label.cells[Evidence.PLACEBO_TRIAL].studies else "size.none")
    study, result = label.size
    size = describe_size(study, result, words)
    if Reason.INDIRECT in label.reasons:
        size = words("size.mixed_group", size=size)
    outcome = words(f"outcomes.{result.outcome}.name")
    # A share of people says its own week, because it says what was counted.
    if isinstance(result.weeks, Missing) or _shown_as_share(result):
        return size if label.outcome else words("size.about_no_week", outcome=outcome, size=size)
    week = write_number(result.weeks, words.language)
    if label.outcome:
        return words("size.about_week", week=week, size=size)
    return words("size.about", outcome=outcome, week=week, size=size)


def how_much_and_where(label: Label, words: Words) -> str:
    """The published size with the study it stands in."""
    size = how_much(label, words)
    return size if label.size is None else f"{size} ({short_name(label.size[0])})"


def describe_direction(study: Study, result: Result | None, words: Words) -> str:
    """Which way, in words that name the drug as it was given: LDN at low dose alone, naltrexone otherwise.

    What we computed ourselves, and a comparison where nobody drew lots or nothing says so, is said to be that.
    """
    if result is None:
        return words("direction.none")
    found = compared(study, result)
    towards_other_dose = found.direction is Direction.FAVOURS_LDN and not _is_ldn(study)
    way = words("direction.favours-naltrexone" if towards_other_dose else f"direction.{found.direction}")
    if found.computed:
        return words("direction.computed", way=way)
    if found.without_lot:
        unclear = study.design is Design.CONTROLLED_TRIAL
        return words("direction.lot_unclear" if unclear else "direction.without_lot", way=way)
    return way


def describe_size(study: Study, result: Result, words: Words) -> str:
    """The difference as published with its range; else the arms; else that no figure was found."""
    effect = result.effect
    if isinstance(effect, Effect) and effect.value is not None and effect.measure is not Measure.NOT_STATED:
        return _effect_text(study, result, effect, words)
    return _arms_text(study, result, words) or words("size.not_published")


def drug_name(study: Study, words: Words) -> str:
    """What the drug is called in figures: LDN at a low dose alone, naltrexone otherwise."""
    return words("effects.arm_ldn" if _is_ldn(study) else "effects.arm_naltrexone")


def _drug_inline(study: Study, words: Words) -> str:
    """The drug inside a sentence."""
    return words("effects.arm_ldn" if _is_ldn(study) else "effects.inline_naltrexone")


def _is_ldn(study: Study) -> bool:
    return isinstance(study.dose, Dose) and study.dose.band is DoseBand.LOW and study.combined_with is None


def _arm_names(study: Study, words: Words) -> dict[str, str]:
    """What the two arms took: LDN or naltrexone; placebo or the comparison."""
    placebo = isinstance(study.comparator, Comparator) and study.comparator.kind is ComparatorKind.PLACEBO
    return {
        "drug": drug_name(study, words),
        "other": words("effects.arm_control" if placebo else "study.control"),
    }


def _unit(result: Result, words: Words) -> str:
    return (result.scale.unit if result.scale else None) or words("size.points")


def _effect_text(study: Study, result: Result, effect: Effect, words: Words) -> str:
    assert effect.value is not None
    drug = _drug_inline(study, words)
    if effect.measure in RATIOS:
        text = words(f"size.{effect.measure}", value=write_number(effect.value, words.language), drug=drug)
        if effect.ci is None:
            return f"{text}; {words('size.no_range')}"
        low, high = (write_number(end, words.language) for end in effect.ci)
        return f"{text}; {words('size.range', low=low, high=high)}"
    key: str = effect.measure
    if effect.measure in _DIFFERENCES and result.direction not in BETWEEN_GROUPS:
        key = "than_start" if result.direction in FROM_START else "described"
    text = words(f"size.{key}", value=_more_or_less(effect.value, result, effect.measure, words), drug=drug)
    if effect.measure is Measure.MEAN_DIFFERENCE and result.scale and None not in (result.scale.min, result.scale.max):
        ends = (write_number(end, words.language) for end in (result.scale.min or 0, result.scale.max or 0))
        text += " " + words("size.on_scale", **dict(zip(("min", "max"), ends, strict=True)))
    if effect.ci is not None:
        low, high = (_more_or_less(end, result, effect.measure, words) for end in effect.ci)
        text += "; " + words("size.range", low=low, high=high)
    else:
        text += "; " + words("size.no_range")
    return text + _which_is_better(result, words)


def _which_is_better(result: Result, words: Words) -> str:
    """Whether lower or higher is better, without which no difference can be read."""
    return f" ({words(f'size.better_{result.better}')})" if result.better is not Better.NEITHER else ""


def _more_or_less(value: float, result: Result, measure: Measure, words: Words) -> str:
    """0.34 points lower: the unit and a word for the sign, so that no minus has to be understood."""
    if value == 0:
        return words("size.same")
    unit = _unit(result, words) if measure in (Measure.MEAN_DIFFERENCE, Measure.MEAN_CHANGE) else ""
    amount = f"{write_number(abs(value), words.language)} {unit}".strip()
    return words("size.higher" if value > 0 else "size.lower", amount=amount)


_DIFFERENCES = (Measure.MEAN_DIFFERENCE, Measure.STANDARDISED_MEAN_DIFFERENCE)
_ARM_FIGURES = (
    ("change_percent", "arms_percent_change"),
    ("change", "arms_change"),
    ("mean", "arms_mean"),
    ("percent", "arms_percent"),
)


def _arms_text(study: Study, result: Result, words: Words) -> str:
    if isinstance(result.ldn, Missing):
        return ""
    for field, key in _ARM_FIGURES:
        ldn = getattr(result.ldn, field)
        control = None if isinstance(result.control, Missing) else getattr(result.control, field)
        if ldn is None or (control is None and result.direction in BETWEEN_GROUPS):
            continue
        write = write_signed if field.startswith("change") else write_number
        unit = _unit(result, words)
        names = _arm_names(study, words)
        parts = [(names["drug"], ldn)] if control is None else [(names["drug"], ldn), (names["other"], control)]
        said = ", ".join(f"{name} {write(value, words.language)}" for name, value in parts)
        text = words(f"size.{key}", arms=said, unit=unit, what=_what_was_counted(result, words))
        known = text if control is None else f"{text}; {_range_of_counts(study, result, words)}"
        return known + _which_is_better(result, words)
    return ""


def _shown_as_share(result: Result) -> bool:
    """Whether the size is told as people in 100 in each arm."""
    effect, arm = result.effect, result.ldn
    if isinstance(effect, Effect) and effect.value is not None and effect.measure is not Measure.NOT_STATED:
        return False
    return (
        isinstance(arm, Arm) and arm.percent is not None and (arm.change_percent, arm.change, arm.mean) == (None,) * 3
    )


def _what_was_counted(result: Result, words: Words) -> str:
    """The measure and the week: a share of people says nothing without what they had."""
    if isinstance(result.weeks, Missing):
        return result.measured_by
    return f"{result.measured_by}, {words('condition.gain_week', week=write_number(result.weeks, words.language))}"


def _range_of_counts(study: Study, result: Result, words: Words) -> str:
    """How far off the difference of two counts could be, by our own computation; else that no range was found."""
    return describe_counted(study, result, words) or words("size.no_range")


def describe_counted(study: Study, result: Result, words: Words) -> str:
    """The difference in 100 people with its range, said to be ours; empty where it cannot be computed."""
    found = compared(study, result).counted
    if found is None:
        return ""
    size, low, high = (more_or_fewer(value, words) for value in (found.per_100, found.low, found.high))
    return words("size.counted", size=size, low=low, high=high, drug=_drug_inline(study, words))


def more_or_fewer(per_100: float, words: Words) -> str:
    """A difference in 100 people, as whole people: 15 more, 4 fewer."""
    rounded = round(per_100)
    if rounded == 0:
        return words("effects.same")
    key = "effects.more" if rounded > 0 else "effects.fewer"
    return words(key, n=write_number(abs(rounded), words.language, digits=0))


def describe_arm(arm: Arm | Missing, words: Words) -> str:
    """One arm's figures in a table cell, or why there are none."""
    if isinstance(arm, Missing):
        return words(f"missing.{arm}")
    parts = []
    if arm.n is not None:
        parts.append(words("study.people_short", n=write_number(arm.n, words.language)))
    if arm.events is not None:
        parts.append(write_number(arm.events, words.language))
    for value, suffix, write in (
        (arm.percent, " %", write_number), (arm.mean, "", write_number), (arm.median, "", write_number),
        (arm.change, "", write_signed), (arm.change_percent, " %", write_signed),
    ):  # fmt: skip
        if value is not None:
            parts.append(write(value, words.language) + suffix)
    if arm.sd is not None:
        parts.append(f"SD {write_number(arm.sd, words.language)}")
    return " · ".join(parts) or "–"


def describe_effect(effect: Effect | Missing, words: Words) -> str:
    """The published comparison in a table cell, or why there is none."""
    if isinstance(effect, Missing):
        return words(f"missing.{effect}")
    write = write_number if effect.measure in RATIOS else write_signed
    parts = []
    if effect.value is not None:
        parts.append(write(effect.value, words.language))
    if effect.ci is not None:
        parts.append(f"({write(effect.ci[0], words.language)} – {write(effect.ci[1], words.language)})")
    if effect.p is not None:
        parts.append(words("study.p", p=effect.p))
    return " ".join(parts) or "–"


def people_text(count: int | None, words: Words) -> str:
    """People in words: '1 person', '97 people', 'number not found'."""
    if count is None:
        return words("evidence.people_unknown")
    return (
        words("evidence.one_person") if count == 1 else words("evidence.people", n=write_number(count, words.language))
    )


def studies_text(count: int, words: Words) -> str:
    """Studies in words."""
    return (
        words("evidence.one_study") if count == 1 else words("evidence.studies", n=write_number(count, words.language))
    )
