"""Sentences about results, built from the records: the verb follows the certainty, the figures carry their range."""

from content.numbers import write_number, write_signed
from content.text import Words
from data.labels import Evidence, Label, State
from data.models.base import Missing
from data.models.study import RATIOS, Arm, Effect, Measure, Result, Study


def short_name(study: Study) -> str:
    """Younger 2013; the journal stands in when no page we read names the authors."""
    if not study.citation.authors:
        return f"{study.citation.journal or study.citation.title} {study.citation.year or ''}".strip()
    author = study.citation.authors[0].split(",")[0]
    family = author.rsplit(" ", 1)[0] if " " in author else author
    return f"{family} {study.citation.year or ''}".strip()


def verdict(label: Label, condition: str, words: Words) -> str:
    """Which way and how sure, in one sentence."""
    return words(f"verdict.{label.state}.{_variant(label)}", condition=condition)


def _variant(label: Label) -> str:
    if label.state is State.MIXED and len(label.compared) == 1:
        return "one-trial"
    if label.state is State.UNCONTROLLED:
        if label.cells[Evidence.PLACEBO_TRIAL].studies:
            return "unread"
        return "compared" if label.cells[Evidence.OTHER_COMPARISON].studies else "followed"
    return label.certainty.slug if label.certainty else "none"


def how_sure(label: Label, words: Words) -> str:
    """The certainty in everyday words."""
    return words(f"certainty.{label.certainty.slug if label.certainty else 'none'}.name")


def how_much(label: Label, words: Words) -> str:
    """The published size in the largest placebo trial, or that there is none."""
    if label.size is None:
        return words("size.none")
    return describe_size(label.size[1], words)


def describe_size(result: Result, words: Words) -> str:
    """The difference as published with its range; else the two arms; else that no figure was found."""
    effect = result.effect
    if isinstance(effect, Effect) and effect.value is not None and effect.measure is not Measure.NOT_STATED:
        return _effect_text(result, effect, words)
    return _arms_text(result, words) or words("size.not_published")


def _unit(result: Result, words: Words) -> str:
    return (result.scale.unit if result.scale else None) or words("size.points")


def _effect_text(result: Result, effect: Effect, words: Words) -> str:
    ratio = effect.measure in RATIOS
    write = write_number if ratio else write_signed
    assert effect.value is not None
    text = words(f"size.{effect.measure}", value=write(effect.value, words.language), unit=_unit(result, words))
    if (
        effect.measure is Measure.MEAN_DIFFERENCE
        and result.scale
        and result.scale.min is not None
        and result.scale.max is not None
    ):
        low, high = (write_number(end, words.language) for end in (result.scale.min, result.scale.max))
        text += " " + words("size.on_scale", min=low, max=high)
    if effect.ci is not None:
        low, high = (write(end, words.language) for end in effect.ci)
        text += "; " + words("size.range", low=low, high=high)
    return text


def _arms_text(result: Result, words: Words) -> str:
    if isinstance(result.ldn, Missing) or isinstance(result.control, Missing):
        return ""
    for field, key in (
        ("change_percent", "arms_percent_change"),
        ("change", "arms_change"),
        ("mean", "arms_mean"),
        ("percent", "arms_percent"),
    ):
        ldn, control = getattr(result.ldn, field), getattr(result.control, field)
        if ldn is not None and control is not None:
            write = write_signed if field.startswith("change") else write_number
            unit = _unit(result, words)
            return words(
                f"size.{key}",
                ldn=write(ldn, words.language),
                control=write(control, words.language),
                unit=unit,
            )
    return ""


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
