"""The light pages of told texts: questions, background, stories and the research still needed."""

import re
from collections.abc import Mapping

import htpy as h
from markupsafe import Markup

from components.charts.chart import Chart
from components.charts.passages import labels_beside, page_contents, parts_of, passage_part, studies_behind
from components.charts.placebo_arms import placebo_arms
from components.charts.question_list import question_list
from components.charts.regression import regression_drawing
from components.charts.study_list import study_list
from components.charts.trial_timeline import trial_timeline
from content.text import Words
from data.dataset import Dataset
from data.models.told import PassagePage, PassagePart

Section = tuple[str, h.Node]


def questions_sections(dataset: Dataset, words: Words) -> list[Section]:
    """Every question with its answer open."""
    chart = question_list(dataset, words, all_open=True)
    return [("", [h.p[words("questions_page.gist_light")], Markup(chart.markup)])]


def background_sections(dataset: Dataset, words: Words) -> list[Section]:
    """The illnesses, usual treatment, and where LDN stands beside that."""
    told = [passage for passage in dataset.passages if passage.page is PassagePage.BACKGROUND]
    named = list(dict.fromkeys(condition for passage in told for condition in passage.conditions))
    below: dict[PassagePart, h.Node] = {PassagePart.BESIDE: Markup(labels_beside(dataset, named, words).markup)}
    return _passages(dataset, PassagePage.BACKGROUND, words("background_page.gist"), below, words)


def stories_sections(dataset: Dataset, words: Words) -> list[Section]:
    """What a story can show, with the pictures below the words they belong to."""
    arms = placebo_arms(dataset, words)
    studies = studies_behind(dataset, PassagePage.STORIES, PassagePart.NORWAY)
    below: dict[PassagePart, h.Node] = {
        PassagePart.PLACEBO: [h.p[h.b[arms.takeaway]], Markup(arms.markup)],
        PassagePart.REGRESSION: Markup(regression_drawing(words).markup),
        PassagePart.NORWAY: Markup(study_list("norway", studies, words).markup),
    }
    return _passages(dataset, PassagePage.STORIES, words("stories_page.gist"), below, words)


def _passages(
    dataset: Dataset, page: PassagePage, gist: str, below: Mapping[PassagePart, h.Node], words: Words
) -> list[Section]:
    """The parts of a longer page, each with what is drawn below its words."""
    sections: list[Section] = [("", [h.p[gist], Markup(page_contents(dataset, page, words).markup)])]
    for part in parts_of(dataset, page):
        sections.append(("", [Markup(passage_part(dataset, page, part, words).markup), below.get(part)]))
    return sections


def research_sections(dataset: Dataset, words: Words) -> list[Section]:
    """All registered trials; a light page has no lists to choose from."""
    chart = trial_timeline(dataset, words)
    return [("", [h.p[words("research.gist")], h.p[h.b[chart.takeaway]], _without_choosers(chart)])]


def _without_choosers(chart: Chart) -> Markup:
    """A picture with everything open, without its lists and the note that nothing fits: a light page hides nothing."""
    opened = Markup(chart.markup).replace("<details", Markup('<details open=""'))
    markup = re.sub(r'<div class="chooser">.*?</div>|<p class="none" data-part="none">.*?</p>', "", opened)
    return Markup(markup)
