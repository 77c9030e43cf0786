"""The pictures on a condition's page. Each answers with the id of a study that was just tapped in it."""

import streamlit as st

from components.charts.chart import Chart
from components.charts.forest import forest_plots
from components.charts.icon_array import gain_twins, harm_twins
from components.charts.kept import kept
from components.charts.leave_one_out import ALL, leaving_one_out, may_be_left_out
from components.charts.other_ratings import other_ratings
from components.charts.signal_history import FEWEST_IN_HISTORY, signal_history
from components.charts.study_list import study_list
from components.ui.prose import heading, write
from components.ui.show_chart import show_chart
from components.ui.url import follow_address, put
from content.numbers import write_number
from content.text import Words
from data.condition_harms import condition_harms
from data.dataset import Dataset
from data.effects import not_drawn, panels
from data.evidence import Evidence
from data.gains import Gain, gains
from data.harms import share
from data.labels import Label, label_of
from data.models.study import Kind
from data.naming import short_name

# More cards or panels than this are a wall; the rest stand on the studies' own pages.
MOST_CARDS = 6
MOST_PANELS = 8
# The name in the address of the study that is left out.
WITHOUT = "without"


def show_people(dataset: Dataset, condition: str, words: Words) -> str | None:
    """People in 100 who got better, and who had unwanted effects, on LDN and on placebo."""
    gained, harmed = heading(words("condition.gains")), heading(words("condition.harms"))
    if not label_of(dataset, condition).cells[Evidence.PLACEBO_TRIAL].studies:
        write(gained, words("condition.gains_untested"), harmed, words("condition.harms_untested"))
        return None
    tapped = None
    found = gains(dataset, condition)[:MOST_CARDS]
    harms = condition_harms(dataset, condition)
    told = [harmed] if harms else [harmed, words("condition.harms_none")]
    if found:
        write(gained, words("condition.gains_takeaway"))
        tapped = show_chart(
            kept("gains", words, condition, lambda: gain_twins("gains", found, words)),
            words,
            title=words("condition.gains"),
        )
        write(_without_ldn(found[0], words), *told)
    else:
        write(gained, words("condition.gains_none"), *told)
    if harms:
        chart = kept("harms", words, condition, lambda: harm_twins("harms", harms[:MOST_CARDS], words))
        tapped = show_chart(chart, words, title=words("condition.harms")) or tapped
    return tapped


def _without_ldn(gain: Gain, words: Words) -> str:
    """What people on placebo had beside those on LDN, in the largest trial that counted it."""
    return words(
        "condition.placebo_better",
        n=write_number(share(gain.control) or 0, words.language, digits=0),
        ldn=write_number(share(gain.ldn) or 0, words.language, digits=0),
        study=short_name(gain.study),
        what=gain.result.measured_by,
    )


def show_history(label: Label, words: Words) -> str | None:
    """Studies without and with placebo on one line of years."""
    if sum(study.citation.year is not None for study in label.studies) < FEWEST_IN_HISTORY:
        return None
    chart = kept("history", words, label.condition, lambda: signal_history(label, words))
    write(heading(words("condition.history")), words("condition.history_note"))
    return show_chart(chart, words, title=words("condition.history"))


def show_effects(dataset: Dataset, condition: str, words: Words) -> str | None:
    """Forest plots, one per outcome and scale."""
    label = label_of(dataset, condition)
    if not label.cells[Evidence.PLACEBO_TRIAL].studies:
        return None
    shown = heading(words("condition.effects_shown"))
    found = panels(dataset, condition)[:MOST_PANELS]
    if not found:
        write(shown, words("condition.effects_none"))
        return None
    silent = ", ".join(short_name(study) for study in not_drawn(dataset, condition))
    missing = [words("condition.effects_not_drawn", studies=silent)] if silent else []
    write(shown, words("condition.effects_guide"), *missing)
    chart = kept("forests", words, condition, lambda: forest_plots(found, words, key="forests"))
    return show_chart(chart, words, title=words("condition.effects_shown"))


def show_leaving_out(dataset: Dataset, condition: str, words: Words) -> str | None:
    """The label without each placebo trial in turn."""
    offered = may_be_left_out(dataset, condition)
    if st.query_params.get(WITHOUT) in dataset.study_by_id.keys() - {*offered}:
        # Left over from the condition looked at before.
        del st.query_params[WITHOUT]
    if not offered:
        return None
    held = f"condition_{WITHOUT}"
    without = follow_address(WITHOUT, held, offered, ALL, words, lambda _: words("leave.all"))

    def left_out(study: str) -> None:
        """The visitor left out another study in the browser: the address follows."""
        put(WITHOUT, held, study, ALL)

    def draw() -> Chart:
        return leaving_one_out(dataset, condition, words, shown=without)

    write(heading(words("condition.leave")))
    chart = kept("leaving-out", words, f"{condition} {without}", draw)
    return show_chart(chart, words, title=words("condition.leave"), on_shown=left_out)


def show_ratings(dataset: Dataset, condition: str, words: Words) -> str | None:
    """How panels and agencies rated the evidence, when any did."""
    found = [rating for rating in dataset.ratings if rating.condition == condition]
    if not found:
        return None
    write(heading(words("condition.ratings")), words("condition.ratings_note"))
    chart = kept("ratings", words, condition, lambda: other_ratings(found, dataset, words))
    return show_chart(chart, words, twin=False)


def show_guidelines(dataset: Dataset, condition: str, words: Words) -> str | None:
    """Guidelines and expert groups that say something about LDN here."""
    found = [study for study in dataset.studies if study.kind is Kind.GUIDELINE and condition in study.conditions]
    write(heading(words("condition.guidelines")), *([] if found else [words("condition.guidelines_none")]))
    if not found:
        return None
    return show_chart(study_list("condition-guidelines", found, words, condition=condition), words, twin=False)
