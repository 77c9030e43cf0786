"""The study explorer: filters, search and address change the list exactly; an empty list offers a way out."""

import pytest
from streamlit.testing.v1 import AppTest

from components.ui.facets import index_of
from content.text import Words
from data.dataset import Dataset
from data.find import FACETS, Question, facet_counts, find_studies, people_of
from data.models.study import Design
from tests.components.charts.markup import parse, with_attribute
from tests.views.visit import address, choose_in, chosen_in, options_of, pictures, said, turn_to, visit


def shown(at: AppTest) -> list[str]:
    drawn = pictures(at)
    if "studies" not in drawn:
        return []
    return [link.attrib["data-choice"] for link in with_attribute(parse(drawn["studies"]), "data-choice")]


def everything_of(dataset: Dataset) -> str:
    return f"**{len(dataset.studies)} of {len(dataset.studies)} studies**"


def expected(dataset: Dataset, words: Words, **question: str) -> list[str]:
    found = find_studies(dataset.studies, Question(**question), index_of(dataset, words.language))
    return [study.id for study in found]


def test_everything_is_there_at_first_fifteen_at_a_time(dataset: Dataset, words: Words) -> None:
    at = visit("studies")
    everything = expected(dataset, words)
    assert everything_of(dataset) in said(at)
    assert shown(at) == everything[:15]
    at.button(key="studies_more").click().run()
    assert shown(at) == everything[:30]


def test_more_ends_with_the_last_study(dataset: Dataset, words: Words) -> None:
    at = visit("studies", condition="fibromyalgia")
    everything = expected(dataset, words, condition="fibromyalgia")
    assert 15 < len(everything) <= 30
    assert at.button(key="studies_more").label == f"Show {len(everything) - 15} more"
    at.button(key="studies_more").click().run()
    assert shown(at) == everything
    assert "studies_more" not in [button.key for button in at.button]


def unfold(at: AppTest, part: str) -> AppTest:
    """A part of the page opened by a tap."""
    at.session_state[part] = True
    return at.run()


def unfolded(page: str, **choices: str) -> AppTest:
    """The page with its filters opened by a tap."""
    return unfold(visit(page, **choices), "studies_filters")


def test_filters_are_drawn_for_whoever_opens_them_and_work_folded_too(dataset: Dataset, words: Words) -> None:
    at = visit("studies", sort="people")
    assert not [element for element in at.get("bidi_component") if "-choose_" in element.proto.id]
    people = [people_of(dataset.study_by_id[name]) or 0 for name in shown(at)]
    assert people == sorted(people, reverse=True)
    assert next(iter(options_of(unfolded("studies"), "studies_design"))) == "any"
    opened = visit("studies", design="case-report")
    assert chosen_in(opened, "studies_design") == "case-report", "what narrows the list is never folded away"


def test_a_filter_changes_list_count_and_address(dataset: Dataset, words: Words) -> None:
    counts = facet_counts(dataset.studies, "design", Question(), index_of(dataset, "en"))
    design = next(name for name, count in counts.items() if 1 < count < 15)
    at = unfolded("studies")
    choose_in(at, "studies_design", design)
    found = expected(dataset, words, design=design)
    assert 0 < len(found) < 15
    assert shown(at) == found
    assert f"**{len(found)} of {len(dataset.studies)} studies**" in said(at)
    assert address(at) == {"design": design}
    choose_in(at, "studies_design", "any")
    assert address(at) == {}
    assert everything_of(dataset) in said(at)


def test_filters_in_the_address_are_combined(dataset: Dataset, words: Words) -> None:
    at = visit("studies", condition="fibromyalgia", placebo="yes", dose="low", direction="favours-ldn")
    assert shown(at) == expected(
        dataset, words, condition="fibromyalgia", placebo="yes", dose="low", direction="favours-ldn"
    )
    assert "younger-2013-fibromyalgia" in shown(at)
    assert "duebruun-2024-fibromyalgia" not in shown(at)


def test_the_number_behind_each_filter_is_the_number_it_finds(dataset: Dataset, words: Words) -> None:
    at = unfolded("studies")
    for facet in FACETS:
        options = [*options_of(at, f"studies_{facet}").values()]
        counts = facet_counts(dataset.studies, facet, Question(), index_of(dataset, "en"))
        assert options[0] == "Any"
        found = sorted(int(text.rsplit("(", 1)[1].rstrip(")")) for text in options[1:])
        nobody = len(dataset.conditions) - len(counts) if facet == "condition" else 0
        assert found == [0] * nobody + sorted(counts.values())
        best, number = counts.most_common(1)[0]
        assert len(expected(dataset, words, **{facet: best})) == number


def test_search_finds_names_and_words_without_accents(dataset: Dataset, words: Words) -> None:
    at = visit("studies")
    at.text_input(key="studies_search").input("younger 2013").run()
    assert "younger-2013-fibromyalgia" in shown(at)
    assert shown(at) == expected(dataset, words, text="younger 2013")
    assert address(at) == {"search": "younger 2013"}
    at.text_input(key="studies_search").input("sjogren").run()
    assert {"zashin-2019-sjogren", "zashin-2020-sjogren-two-cases"} <= set(shown(at))


def test_an_empty_result_names_the_nearest_way_out(dataset: Dataset, words: Words) -> None:
    at = visit("studies", condition="autism", design="case-report")
    assert not at.exception
    assert shown(at) == []
    assert [warning.value for warning in at.warning] == ["No study matches all of this."]
    reports = len(expected(dataset, words, design="case-report"))
    autism = len(expected(dataset, words, condition="autism"))
    name, number = ("Condition", reports) if reports > autism else ("Kind of study", autism)
    assert f"Nearest way out: drop “{name}” and {number} studies appear." in said(at)
    assert reports != autism


def test_a_word_nobody_wrote_is_dropped_first(dataset: Dataset) -> None:
    at = visit("studies", search="xyzzy")
    assert f"Nearest way out: drop “Search” and {len(dataset.studies)} studies appear." in said(at)


def test_clearing_brings_everything_back_and_empties_the_address(dataset: Dataset) -> None:
    at = visit("studies", condition="autism", design="case-report", search="xyzzy")
    at.button(key="studies_clear").click().run()
    assert everything_of(dataset) in said(at)
    assert address(at) == {}
    assert at.text_input(key="studies_search").value == ""


def test_the_timeline_is_drawn_only_when_asked_for_and_has_words() -> None:
    at = visit("studies")
    assert list(at.get("plotly_chart")) == []
    unfold(at, "studies_explore")
    [figure] = at.get("plotly_chart")
    assert "The largest placebo trial printed in a journal has 110 people." in figure.proto.alt
    assert not at.exception


def test_the_timeline_of_no_low_dose_study_claims_no_trial() -> None:
    at = visit("studies", condition="autism")
    unfold(at, "studies_explore")
    assert not at.exception
    for figure in at.get("plotly_chart"):
        assert "has 0 people" not in figure.proto.alt


def test_a_new_filter_starts_the_list_again() -> None:
    at = visit("studies")
    at.button(key="studies_more").click().run()
    assert len(shown(at)) == 30
    at.text_input(key="studies_search").input("fibromyalgia").run()
    assert len(shown(at)) == 15


def test_a_filter_does_not_follow_to_another_visit_of_the_page(dataset: Dataset) -> None:
    at = visit("studies", condition="autism")
    turn_to(turn_to(at, "safety"), "studies")
    assert everything_of(dataset) in said(at)
    assert address(at) == {}


def test_the_number_behind_a_filter_follows_the_other_filters(dataset: Dataset) -> None:
    at = visit("studies", condition="fibromyalgia", placebo="yes")
    [option] = [text for text in options_of(at, "studies_condition").values() if text.startswith("Fibromyalgia (")]
    shown_count = len(expected_ids(dataset, condition="fibromyalgia", placebo="yes"))
    assert option == f"Fibromyalgia ({shown_count})"


def expected_ids(dataset: Dataset, **question: str) -> list[str]:
    return [study.id for study in find_studies(dataset.studies, Question(**question), index_of(dataset, "en"))]


def test_a_slip_of_the_finger_finds_and_says_so(dataset: Dataset) -> None:
    at = visit("studies", search="fibromialgia")
    assert "No study has “fibromialgia”. Shown is “fibromyalgia”." in said(at)
    assert shown(at) == expected_ids(dataset, text="fibromyalgia")[:15]


def test_an_order_changes_the_list_and_the_address(dataset: Dataset) -> None:
    at = unfolded("studies", sort="people")
    people = [people_of(dataset.study_by_id[name]) or 0 for name in shown(at)]
    assert people == sorted(people, reverse=True)
    assert people[0] > 10_000
    choose_in(at, "studies_sort", "newest")
    assert address(at) == {}


def test_two_studies_stand_side_by_side_with_all_three_answers() -> None:
    at = visit("studies", compare="younger-2013-fibromyalgia,duebruun-2024-fibromyalgia,nobody-1999")
    table = pictures(at)["compare"]
    assert "Better with LDN" in table and "No clear difference" in table
    assert "Which way" in table and "How much" in table and "Main weakness" in table
    assert at.multiselect(key="studies_compare").value == ["younger-2013-fibromyalgia", "duebruun-2024-fibromyalgia"]
    assert address(at) == {"compare": "younger-2013-fibromyalgia,duebruun-2024-fibromyalgia,nobody-1999"}


def test_the_list_of_all_studies_waits_until_it_is_opened() -> None:
    assert not visit("studies").multiselect


def test_one_study_alone_is_no_comparison() -> None:
    assert "compare" not in pictures(visit("studies", compare="younger-2013-fibromyalgia"))


def test_marks_picked_on_the_timeline_are_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        {"customdata": ["younger-2013-fibromyalgia"]},
        {"customdata": "smith-2011-crohns-rct"},
        {"customdata": "x"},
    ]
    monkeypatch.setattr("streamlit.plotly_chart", lambda *_, **__: {"selection": {"points": points}})
    at = visit("studies")
    unfold(at, "studies_explore")
    assert sorted(shown(at)) == ["smith-2011-crohns-rct", "younger-2013-fibromyalgia"]
    assert "Listed are the 2 studies picked on the timeline." in said(at)


def test_a_condition_without_studies_is_a_filter_with_an_empty_answer_and_a_way_out(dataset: Dataset) -> None:
    at = visit("studies", condition="lupus", design="animal")
    assert list(at.info) == []
    assert [warning.value for warning in at.warning] == ["No study matches all of this."]
    assert "You asked for: Condition: Lupus; Kind of study: Animal study." in said(at)
    animals = sum(study.design is Design.ANIMAL for study in dataset.studies)
    assert f"Nearest way out: drop “Condition” and {animals} studies appear." in said(at)
    at.button(key="studies_drop").click().run()
    assert not at.exception
    assert address(at) == {"design": "animal"}
    assert f"{animals} of {len(dataset.studies)} studies" in said(at)
    assert list(at.warning) == []


def test_a_long_text_is_searched_by_its_beginning_and_that_is_said() -> None:
    at = visit("studies")
    at.text_input(key="studies_search").input("fibromyalgia" + " " * 300 + "lupus").run()
    assert [note.value for note in at.info] == ["Your text is long. The first 200 characters were searched."]
    assert shown(at) == shown(visit("studies", search="fibromyalgia"))
    assert not at.exception
    assert len(address(at)["search"]) <= 200


@pytest.mark.parametrize(
    "typed", ["NCT04270877", "10.1016/S2665-9913(23)00278-3", "doi:10.1016/s2665-9913(23)00278-3."]
)
def test_a_number_of_a_paper_or_register_finds_its_study(typed: str) -> None:
    at = visit("studies")
    at.text_input(key="studies_search").input(typed).run()
    assert "duebruun-2024-fibromyalgia" in shown(at)
    assert len(shown(at)) <= 3
