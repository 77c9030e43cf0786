"""What holds for every chart: words, source and table; escaped text; links that work without script."""

import inspect
from collections.abc import Callable
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

import components.charts
from components.charts.answer import answer
from components.charts.chart import Chart
from components.charts.claim_list import claim_links, claim_list
from components.charts.claim_matches import claim_matches
from components.charts.claim_switch import claim_switch
from components.charts.compare import comparison
from components.charts.day_bands import Setting
from components.charts.day_course import day_course, scans
from components.charts.effect_lenses import effect_lenses
from components.charts.effect_responses import effect_responses
from components.charts.effect_timeline import effect_timeline
from components.charts.forest import forest, forest_plots
from components.charts.found_list import found_list
from components.charts.harm_groups import harm_groups
from components.charts.harm_switch import harm_switch
from components.charts.icon_array import gain_twins, harm_twins
from components.charts.idea_map import idea_map
from components.charts.leave_one_out import leaving_one_out
from components.charts.lone_counts import lone_count_list
from components.charts.lookup_entries import PLACES, lookup_index, plain_line
from components.charts.matrix import matrix
from components.charts.matrix_switch import matrix_switch
from components.charts.other_ratings import other_ratings
from components.charts.outcome_labels import outcome_labels
from components.charts.parameters import parameter_table
from components.charts.passages import labels_beside, page_contents, passage_part
from components.charts.placebo_arms import placebo_arms
from components.charts.practical import hours, judgements, schedules
from components.charts.printed_references import printed_references
from components.charts.qr import qr_code
from components.charts.question_list import question_list
from components.charts.reading_depths import reading_depths
from components.charts.regression import regression_drawing
from components.charts.safety_card import safety_card
from components.charts.safety_facts import safety_facts
from components.charts.shipped import SHIPPED_AT_ONCE, shipped, weight
from components.charts.signal_history import signal_history
from components.charts.story import story
from components.charts.study_list import study_list
from components.charts.study_tables import study_effects, study_facts, study_results
from components.charts.study_timeline import study_timeline
from components.charts.topic_list import topic_list
from components.charts.trial_timeline import trial_timeline
from components.simulation.day import course, ranges_of
from content.text import Words
from data.dataset import Dataset
from data.effects import panels
from data.gains import gains
from data.harms import Lone, Twin, all_twins, lone_counts, timing, twins
from data.labels import label_of, labels
from data.lookup import Kind, look_up
from data.models.study import Dose, EventArm, SideEffectReport, Study
from data.models.told import PassagePage, PassagePart
from tests.components.charts.markup import parse, text_of, with_attribute

Make = Callable[[Dataset, Words], Chart]
FINAL = "duebruun-2024-fibromyalgia"
ANY = "any-side-effect"
ATTACK = """<script>alert("1")</script>&'"><img src=x onerror=alert(1)>"""


def day(dataset: Dataset, words: Words) -> Chart:
    low, full = (course(ranges_of(dataset), dose, days=1, step=1.0) for dose in (4.5, 50.0))
    return day_course((low, full), Setting(21, (4, 6), (1.5, 18)), dataset, words)


# Charts are made by these; what else returns a chart only keeps one that was made before.
NOT_MAKERS = {"kept"}


def found(dataset: Dataset, words: Words, text: str) -> Chart:
    """A search that finds entries of several kinds."""
    return found_list(
        look_up(lookup_index(dataset, "en"), text), lambda entry: plain_line(entry, dataset, words), words
    )


CHARTS: dict[str, Make] = {
    "answer": lambda d, w: answer(label_of(d, "fibromyalgia"), w),
    "claim_list": lambda d, w: claim_list("claim", d.claims, d, w),
    "claim_links": lambda d, w: claim_links(d.claims, d, w),
    "claim_matches": lambda d, w: claim_matches(["LDN has few side effects.", "Eat cabbage."], d, w),
    "claim_switch": lambda d, w: claim_switch(d, w, choice="all all"),
    "comparison": lambda d, w: comparison([d.study_by_id[FINAL], d.study_by_id["younger-2013-fibromyalgia"]], w),
    "day_course": lambda d, w: day(d, w),
    "scans": lambda d, w: scans(d.mechanisms.parameters[11], ranges_of(d), w),
    "effect_timeline": lambda d, w: effect_timeline([timing(d, "vivid-dreams")], d.dosing[0], w, source="a trial"),
    "effect_lenses": lambda d, w: effect_lenses(d, w, choice="did innova-fixed"),
    "effect_responses": effect_responses,
    "forest": lambda d, w: forest(panels(d, "fibromyalgia")[0], w, key="forest"),
    "forest_plots": lambda d, w: forest_plots(panels(d, "fibromyalgia"), w, key="forests"),
    "found_list": lambda d, w: found(d, w, "crohns"),
    "found_list_of_every_kind": lambda d, w: found(d, w, "sleep liver placebo fibromyalgia"),
    "gain_twins": lambda d, w: gain_twins("gains", gains(d, "fibromyalgia"), w),
    "harm_groups": lambda d, w: harm_groups("light", d, all_twins(d), w),
    "harm_switch": lambda d, w: harm_switch(d, w, choice="all any any any"),
    "hours": hours,
    "judgements": judgements,
    "schedules": schedules,
    "harm_twins": lambda d, w: harm_twins("twins", twins(d, ANY), w),
    "leaving_one_out": lambda d, w: leaving_one_out(d, "fibromyalgia", w),
    "lone_counts": lambda d, w: lone_count_list(lone_counts(d, ANY), w),
    "idea_map": lambda d, w: idea_map(d, w),
    "matrix": lambda d, w: matrix(d, labels(d), w, version="1"),
    "matrix_switch": lambda d, w: matrix_switch(d, w, choice="kinds all listed low"),
    "other_ratings": lambda d, w: other_ratings(d.ratings, d, w),
    "outcome_labels": lambda d, w: outcome_labels(d, "fibromyalgia", w),
    "passage_part": lambda d, w: passage_part(d, PassagePage.STORIES, PassagePart.NORWAY, w),
    "page_contents": lambda d, w: page_contents(d, PassagePage.BACKGROUND, w),
    "labels_beside": lambda d, w: labels_beside(d, ["fibromyalgia", "lupus"], w),
    "placebo_arms": placebo_arms,
    "qr_code": lambda d, w: qr_code("https://example.org/l/en/condition/fibromyalgia", w),
    "question_list": lambda d, w: question_list(d, w, first="alcohol"),
    "regression": lambda d, w: regression_drawing(w),
    "trial_timeline": trial_timeline,
    "parameters": lambda d, w: parameter_table(d, w),
    "printed_references": printed_references,
    "reading_depths": reading_depths,
    "safety_card": lambda d, w: safety_card(d, w),
    "safety_facts": lambda d, w: safety_facts("facts", d.safety, d, w, topics=True),
    "signal_history": lambda d, w: signal_history(label_of(d, "fibromyalgia"), w),
    "story": lambda d, w: story(d, w, here="filamin-a"),
    "study_effects": lambda d, w: study_effects(d.study_by_id[FINAL], w),
    "study_facts": lambda d, w: study_facts(d.study_by_id[FINAL], w),
    "study_list": lambda d, w: study_list("studies", d.studies, w),
    "study_results": lambda d, w: study_results(d.study_by_id[FINAL], w),
    "study_timeline": lambda d, w: study_timeline(d.studies, w),
    "topic_list": topic_list,
}
FINDINGS = {
    "answer": "LDN may be no better than placebo",
    "claim_links": "LDN makes people depressed. (Not shown)",
    "claim_list": "Holds up: 4, Partly holds up: 4, Too simple: 9, Not shown: 34, Studies say otherwise: 4",
    "effect_timeline": "described or measured: 1 of 1",
    "harm_twins": "LDN 69 in 100, comparison 72 in 100",
    "harm_switch": "LDN 84 in 100, comparison 86 in 100",
    "hours": "and 0 in the morning. We found no study that compares the two.",
    "lone_counts": "Nobody knows how many of these would have happened anyway",
    "matrix": " conditions, placebo trials mostly favour LDN",
    "outcome_labels": "Pain: No clear difference, Unsure",
    "passage_part": "Norway: Norway: a country tried it",
    "placebo_arms": "In 7 of 8 trials",
    "question_list": "49 questions with their answers",
    "regression": "without any treatment in the drawing",
    "trial_timeline": "We found 65 registered trials.",
    "parameters": "Measured at low dose: ",
    "safety_card": "opioid",
    "story": "3 of 16 steps were shown in people on a low dose",
    "study_list": "Due Bruun 2024: No clear difference",
    "study_timeline": "The largest placebo trial printed in a journal has 110 people",
}


def test_no_chart_is_left_out_here() -> None:
    used = set(chain.from_iterable(make.__code__.co_names for make in CHARTS.values()))
    used |= {make.__name__ for make in CHARTS.values()} | {*day.__code__.co_names, *found.__code__.co_names}
    for path in Path(components.charts.__path__[0]).glob("*.py"):
        module = import_module(f"components.charts.{path.stem}")
        for name, made in inspect.getmembers(module, inspect.isfunction):
            if made.__module__ == module.__name__ and made.__annotations__.get("return") is Chart and name[0] != "_":
                assert name in used | NOT_MAKERS, f"{path.name}: {name} is not among CHARTS"


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_has_words_source_table_and_key(dataset: Dataset, words: Words, name: str) -> None:
    chart = CHARTS[name](dataset, words)
    assert chart.key
    assert len(chart.alt.split()) >= 4
    assert chart.source_note.strip()
    assert chart.table.rows
    assert all(len(row) == len(chart.table.header) for row in chart.table.rows)
    assert all(chart.table.header), "a column without a name"
    assert len(set(chart.table.header)) == len(chart.table.header), "two columns of one name cannot be drawn"
    assert not any("{" in text for row in chart.table.rows for text in row)
    assert "{" not in chart.alt + chart.source_note + chart.takeaway


@pytest.mark.parametrize("name", FINDINGS)
def test_the_alt_text_states_the_finding(dataset: Dataset, words: Words, name: str) -> None:
    assert FINDINGS[name] in CHARTS[name](dataset, words).alt


@pytest.mark.parametrize("name", CHARTS)
def test_all_choices_of_a_picture_are_small_enough_to_be_shipped_at_once(
    dataset: Dataset, words: Words, name: str
) -> None:
    chart = CHARTS[name](dataset, words)
    if chart.switch is not None and len(chart.switch.arrangements) > 1:
        sent = shipped(chart.markup or "", chart.switch)
        assert sent["markup"] == chart.markup
        lists = {key: value for key, value in sent.items() if key != "markup"}
        assert weight(chart.markup or "", lists) <= SHIPPED_AT_ONCE


@pytest.mark.parametrize("name", [name for name in CHARTS if name != "study_timeline"])
def test_every_choice_in_a_picture_is_a_real_link_and_allowed(dataset: Dataset, words: Words, name: str) -> None:
    chart = CHARTS[name](dataset, words)
    links = with_attribute(parse(chart.markup), "data-choice")
    for link in links:
        assert link.tag == "a"
        address, choice = link.attrib["href"].replace("&outcome=", "/"), link.attrib["data-choice"]
        # Where a picture leads to pages of several kinds, the kind stands in front of the record, or it is the address.
        kind, _, record = choice.partition(".")
        if record:
            page, field = PLACES[Kind(kind)]
            assert address == (f"{page}?{field}={record}" if field else page)
        else:
            assert address == choice or address.endswith((f"={choice}", f"={choice.partition('/')[2]}"))
        assert text_of(link)
    assert {link.attrib["data-choice"] for link in links} == set(chart.choices)


@pytest.mark.parametrize("name", [name for name in CHARTS if name != "study_timeline"])
def test_pictures_contain_no_script_and_load_nothing(dataset: Dataset, words: Words, name: str) -> None:
    for element in parse(CHARTS[name](dataset, words).markup).iter():
        assert element.tag not in {"script", "iframe", "img", "image", "link", "style", "object", "form"}
        # A mark that is written out once is pointed to inside the same picture.
        assert element.tag != "use" or element.attrib["href"].startswith("#mark-")
        assert not [attribute for attribute in element.attrib if attribute.startswith("on")]
        assert "src" not in element.attrib
        # A link out of the house opens beside it and takes nothing of the visitor along.
        if element.get("href", "").startswith("https://"):
            assert (element.get("target"), element.get("rel")) == ("_blank", "noopener")
        else:
            assert not element.get("href", "").startswith(("http:", "//", "javascript", "data:"))


def attacked(study: Study) -> Study:
    """The study with hostile text in everything a stranger could have written."""
    citation = study.citation.model_copy(update={"title": ATTACK, "journal": ATTACK, "authors": (ATTACK,)})
    assert isinstance(study.dose, Dose)
    dose = study.dose.model_copy(update={"text": ATTACK, "where": ATTACK})
    words = {"note": ATTACK, "where": ATTACK}
    results = tuple(r.model_copy(update={"measured_by": ATTACK, **words}) for r in study.results)
    effects = tuple(r.model_copy(update=words) for r in study.side_effects)
    return study.model_copy(
        update={
            "citation": citation, "dose": dose, "results": results, "side_effects": effects, "plain": ATTACK,
            "weaknesses": (ATTACK,),
        }
    )  # fmt: skip


def twin_of(study: Study, report: SideEffectReport) -> Twin:
    assert isinstance(report.ldn, EventArm)
    assert isinstance(report.control, EventArm)
    return Twin(study, report, report.ldn, report.control)


@pytest.mark.parametrize(
    "make",
    [
        lambda s, w: study_list("studies", [s], w),
        study_facts,
        study_results,
        study_effects,
        lambda s, w: harm_twins("twins", [twin_of(s, s.side_effects[0])], w),
        lambda s, w: lone_count_list([Lone(s, s.side_effects[0], s.side_effects[0].ldn)], w),
    ],
    ids=["study_list", "study_facts", "study_results", "study_effects", "harm_twins", "lone_counts"],
)  # fmt: skip
def test_hostile_text_in_a_record_is_shown_and_never_run(
    dataset: Dataset, words: Words, make: Callable[[Study, Words], Chart]
) -> None:
    study = attacked(dataset.study_by_id[FINAL])
    assert study.side_effects[0].effect == ANY
    chart = make(study, words)
    root = parse(chart.markup)
    assert {element.tag for element in root.iter()} & {"script", "img"} == set()
    assert "<script" not in str(chart.markup)
    assert "onerror=alert(1)>" not in str(chart.markup)
    assert """<script>alert("1")</script>&'">""" in "".join(root.itertext())


def test_hostile_text_never_leaves_an_attribute(dataset: Dataset, words: Words) -> None:
    study = dataset.study_by_id["cree-2010-ms-crossover"]
    known = timing(dataset, "vivid-dreams").begins[0][1].model_copy(update={"said": ATTACK})
    shown = timing(dataset, "nausea").__class__("vivid-dreams", ((study, known),), (), ())
    root = parse(effect_timeline([shown], None, words, source="s").markup)
    [lane] = with_attribute(root, "data-effect")
    assert lane.attrib["aria-label"] == (
        f"Vivid dreams: Start: {ATTACK} (Cree 2010, described in words). End: we found no measurement."
    )
    assert {element.tag for element in root.iter()} & {"script", "img"} == set()


def test_hover_text_of_a_figure_cannot_carry_a_link_or_script(dataset: Dataset, words: Words) -> None:
    study = dataset.study_by_id[FINAL]
    citation = study.citation.model_copy(update={"authors": ('<a href="https://x.example">A</a> B',)})
    study = study.model_copy(update={"citation": citation})
    figure = study_timeline([study], words).figure
    assert figure is not None
    assert "<a href" not in figure.data[0].text[0]


@pytest.mark.parametrize("name", CHARTS)
def test_no_two_folded_parts_of_a_picture_have_the_same_name(name: str, dataset: Dataset, words: Words) -> None:
    markup = CHARTS[name](dataset, words).markup
    if markup is None:
        return
    names = [text_of(summary) for summary in parse(markup).iter("summary")]
    assert sorted(names) == sorted(set(names))
