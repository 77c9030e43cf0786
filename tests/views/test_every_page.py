"""What holds for every page in every language, and for every condition and every study."""

import re
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from components.ui.registry import PAGES, PageSpec, page_of
from content.text import Words, languages, load_words
from data.dataset import Dataset
from data.naming import short_name
from tests.components.charts.markup import parse
from tests.views.visit import APP, address, foot, links, pictures, said, turn_to, visit

TITLES = {
    "home": "Low-dose naltrexone (LDN): known and unknown",
    "how": "How it works, as far as anyone has shown",
    "evidence": "What the evidence says",
    "effects": "Side effects over time",
    "studies": "Studies",
    "safety": "Safety card",
    "practical": "Starting, stopping, practical",
    "claims": "What you may have heard",
    "questions": "Questions and answers",
    "background": "The illnesses, and how they are usually treated",
    "stories": "Stories and studies",
    "research": "Research still needed",
    "condition": "Choose a condition",
    "study": "Studies",
    "search": "Search everything",
    "about": "About, method and sources",
    "visit": "My visit",
}
FOOTER = [
    "Start", "How it works", "What the evidence says", "Side effects over time", "Studies", "Research still needed",
    "Safety card", "Starting, stopping, practical", "My visit", "What you may have heard", "Questions and answers",
    "Illnesses and usual treatment", "Stories and studies", "Search", "About",
]  # fmt: skip
BY_NAME = {page.name: page for page in PAGES}


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], AppTest]:
    """Every page in every language, each in a session of its own."""
    return {(name, code): visit(name, lang=code) for name in BY_NAME for code in languages()}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_opens_with_one_title_safety_and_footer(
    pages: dict[tuple[str, str], AppTest], dataset: Dataset, page: PageSpec, language: str
) -> None:
    at, words = pages[page.name, language], load_words(language)
    assert not at.exception
    assert not [error for error in at.error if "wrong" in error.value]
    assert len(at.title) == 1
    text = said(at)
    assert words("frame.not_advice") in text
    assert words("frame.footer_funding") in text
    assert words("frame.footer_licence") in text
    assert f"Dataset {dataset.release.version}" in text or language != "en"
    assert f"{len(dataset.studies)}" in text
    if page.name == "safety":
        assert "safety-card" in pictures(at)
        assert words("frame.safety_link") not in links(at)
    else:
        assert links(at)[0] == words("frame.safety_link")


@pytest.mark.parametrize("name", TITLES)
def test_titles_are_plain_english(pages: dict[tuple[str, str], AppTest], name: str) -> None:
    assert [title.value for title in pages[name, "en"].title] == [TITLES[name]]


@pytest.mark.parametrize("name", TITLES)
def test_the_footer_says_who_stands_behind_it(
    pages: dict[tuple[str, str], AppTest], dataset: Dataset, name: str
) -> None:
    at = pages[name, "en"]
    text = said(at)
    assert f"Dataset 2026.11 · last checked 28 November 2026 · {len(dataset.studies)} studies" in text
    assert ("Not yet reviewed by a clinician." in text) == (not dataset.release.reviews)
    assert "Funding: none." in text
    assert "Code: MIT licence. Data and words: CC BY 4.0." in text
    assert "This is education, not medical advice." in text
    assert list(foot(at).values()) == FOOTER
    assert list(foot(at)) == [f"/{page.slug}" for page in PAGES if page.in_footer]


def test_a_page_chosen_at_the_foot_opens_and_nothing_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"picture_pages": "safety"}
    monkeypatch.setattr("components.ui.picture._mount", lambda *, key, **_: SimpleNamespace(chosen=told.pop(key, None)))
    assert [title.value for title in visit().title] == [TITLES["safety"]]
    told["picture_pages"] = "condition"
    assert [title.value for title in visit().title] == [TITLES["home"]]


def test_titles_cover_every_page() -> None:
    assert set(TITLES) == set(BY_NAME)


def test_every_page_has_its_own_address_and_a_script_outside_of_a_pages_folder() -> None:
    assert len({page.slug for page in PAGES}) == len({page.name for page in PAGES}) == len(PAGES)
    for page in PAGES:
        assert (APP.parent / page.path).is_file()
        assert not page.path.startswith("pages/")
    assert not (APP.parent / "pages").exists()


def test_an_unknown_page_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="no page 'forum'; there are: home, how"):
        page_of("forum")


def test_pictures_on_every_page_are_well_formed(pages: dict[tuple[str, str], AppTest]) -> None:
    drawn = 0
    for (name, _), at in pages.items():
        for markup in pictures(at).values():
            assert list(parse(markup)), name
            drawn += 1
    assert drawn >= 8


def test_no_page_shows_an_unfilled_placeholder(pages: dict[tuple[str, str], AppTest]) -> None:
    for (name, _), at in pages.items():
        for text in (said(at), *pictures(at).values()):
            assert "{" not in text, name


def test_an_unknown_language_falls_back_to_english() -> None:
    for asked in ("xx", "<script>", "../en", "EN" * 200):
        at = visit("safety", lang=asked)
        assert not at.exception
        assert at.title[0].value == "Safety card"
        assert not [html for html in at.get("html") if f'"{asked}"' in html.proto.body]


def test_the_language_is_told_to_screen_readers(pages: dict[tuple[str, str], AppTest]) -> None:
    bodies = "".join(element.proto.body for element in pages["home", "en"].get("html"))
    assert re.findall(r"documentElement\.lang ?= ?(.+?)[;<]", bodies) == ['"en"']


def test_every_condition_has_its_page(dataset: Dataset, words: Words) -> None:
    at = visit("study")
    for condition in dataset.conditions:
        turn_to(turn_to(at, "study"), "condition", condition=condition.id)
        assert not at.exception, condition.id
        assert [title.value for title in at.title] == [words(f"conditions.{condition.id}.name")]
        assert list(at.info) == []
        text, drawn = said(at), pictures(at)
        assert words(f"conditions.{condition.id}.about") in text
        assert "answer" in drawn
        listed = "".join(drawn.values())
        for study in dataset.studies:
            shown = condition.id in (*study.conditions, *study.model_of)
            assert (f'data-choice="{study.id}"' in listed) == shown, condition.id
        has_studies = any(condition.id in study.conditions for study in dataset.studies)
        assert ("No study found." in text) == (not has_studies), condition.id


def test_every_study_has_its_page(dataset: Dataset) -> None:
    at = visit("study")
    for study in dataset.studies:
        turn_to(at, "study", study=study.id)
        assert not at.exception, study.id
        assert [title.value for title in at.title] == [short_name(study)]
        assert list(at.info) == []
        text = said(at)
        assert study.plain in text
        assert study.sources[0].url in text
        assert study.citation.title in text
        assert "study-facts" in pictures(at)
        assert ("study-results" in pictures(at)) == bool(study.results), study.id
        assert ("study-effects" in pictures(at)) == bool(study.side_effects), study.id
        assert address(at) == {"study": study.id}
