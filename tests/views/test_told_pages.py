"""The pages of told texts as a visitor meets them: permalinks, contents, links that stay in the session, filters."""

import pytest

from components.ui.follow import follow_choice
from data.dataset import Dataset
from tests.components.charts.markup import one_spaced, parse, text_of, with_attribute
from tests.views.visit import picture_data, pictures, said, visit


def test_a_permalink_opens_its_question_on_top() -> None:
    at = visit("questions", question="alcohol")
    cards = with_attribute(parse(pictures(at)["questions"]), "data-question")
    assert cards[0].attrib["data-question"] == "alcohol"
    assert "open" in cards[0].attrib


def test_an_unknown_question_shows_the_list_with_a_note() -> None:
    at = visit("questions", question="<b>nothing</b>")
    assert not at.exception
    assert [info.value for info in at.info] == [
        "The address asked for “bnothingb”, which is not here. Showing the list instead."
    ]
    assert not [c for c in with_attribute(parse(pictures(at)["questions"]), "data-question") if "open" in c.attrib]


@pytest.mark.parametrize("page", ["background", "stories"])
def test_contents_of_a_long_page_lead_to_pictures_that_are_there(page: str) -> None:
    found = {key: parse(markup) for key, markup in pictures(visit(page)).items()}
    anchors = {link.attrib["href"].removeprefix("#") for link in found[f"contents-{page}"].iter("a")}
    ids = {part.attrib["id"] for root in found.values() for part in with_attribute(root, "id")}
    assert len(anchors) == 5
    assert anchors <= ids


def test_background_sets_labels_side_by_side_and_names_no_winner() -> None:
    at = visit("background")
    beside = one_spaced(text_of(parse(pictures(at)["labels-beside"])))
    for name in ("Rheumatoid arthritis", "Multiple sclerosis (MS)", "Fibromyalgia", "ME/CFS", "Long COVID"):
        assert name in beside
    everything = " ".join(one_spaced(text_of(parse(markup))) for markup in pictures(at).values())
    for word in ("better than usual treatment", "safer than", "instead of your"):
        assert word not in everything


def test_stories_draw_placebo_arms_then_the_drawing_then_norway() -> None:
    order = list(pictures(visit("stories")))
    wanted = ["stories-placebo", "placebo-arms", "stories-regression", "regression", "stories-norway", "norway"]
    assert [key for key in order if key in wanted] == wanted
    assert "people on placebo got better too" in said(visit("stories"))


@pytest.mark.parametrize(
    ("choices", "shown"),
    [({}, "all all"), ({"group": "pain", "stage": "withdrawn"}, "pain withdrawn"), ({"stage": "nonsense"}, "all all")],
)
def test_research_follows_the_address(choices: dict[str, str], shown: str) -> None:
    at = visit("research", **choices)
    assert not at.exception
    assert picture_data(at)["trials"]["shown"] == shown
    assert len(at.info) == (choices.get("stage") == "nonsense")


@pytest.mark.parametrize(
    ("choice", "page", "choices"),
    [
        ("cree-2010-ms-crossover", "study", {"study": "cree-2010-ms-crossover"}),
        ("side-effects", "effects", {}),
        ("condition?condition=lupus", "condition", {"condition": "lupus"}),
        ("questions?question=alcohol", "questions", {"question": "alcohol"}),
    ],
)
def test_a_tapped_link_opens_its_page_in_the_session(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, choice: str, page: str, choices: dict[str, str]
) -> None:
    opened: list[tuple[str, dict[str, str]]] = []

    def go_to(name: str, **given: str) -> None:
        opened.append((name, given))
        raise StopIteration

    monkeypatch.setattr("components.ui.follow.go_to", go_to)
    with pytest.raises(StopIteration):
        follow_choice(choice, dataset)
    assert opened == [(page, choices)]


def test_nothing_tapped_opens_nothing(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.ui.follow.go_to", lambda *_: pytest.fail("a page was opened"))
    follow_choice(None, dataset)
