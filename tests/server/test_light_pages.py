"""Light pages: complete, small, without script, and saying exactly what the dashboard says."""

from html.parser import HTMLParser

import brotli
import pytest
from starlette.applications import Starlette

from components.charts.claim_switch import all_told
from components.charts.claim_words import said as said_of
from components.charts.phrases import how_much_and_where, how_sure, state_word, verdict
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of
from server.light_pages import light_page, light_routes, missing_page
from tests.server.ask import Answer, ask

TOLD = ("questions", "background", "stories", "research")
VOID = frozenset({"meta", "link", "base", "br", "circle", "rect", "path"})


class Outline(HTMLParser):
    """Tags in order, text without markup, and whether every tag is closed in the right order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.balanced = True
        self.closed = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.closed = tag
        if tag not in VOID:
            self.balanced = self.balanced and bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] == "style":
            return
        # A term that opens its meaning is part of its sentence, also for the comma after it.
        inline = "button" in (self.open[-1], self.closed)
        self.words.append(f"{self.words.pop()}{data}" if inline and self.words else data)
        self.closed = ""

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def outline(markup: str) -> Outline:
    parsed = Outline()
    parsed.feed(markup)
    return parsed


def visit(path: str) -> Answer:
    app = Starlette(routes=light_routes())
    return ask(lambda _: app, path)


FIXED = ("evidence", "side-effects", "safety", "practical", "claims", "how", *TOLD)


def pages(dataset: Dataset) -> dict[str, str]:
    fixed = {name: light_page(name, "en") for name in FIXED}
    conditions = {record.id: light_page("condition", "en", record.id) for record in dataset.conditions}
    return fixed | conditions | {study.id: light_page("study", "en", study.id) for study in dataset.studies}


def test_every_light_page_is_small_whole_and_without_script(dataset: Dataset) -> None:
    found = pages(dataset)
    assert len(found) == len(dataset.conditions) + len(dataset.studies) + 6 + len(TOLD)
    for name, markup in found.items():
        parsed = outline(markup)
        tags = [tag for tag, _ in parsed.tags]
        assert len(brotli.compress(markup.encode())) <= 60_000, name
        assert "script" not in tags and not [t for t, a in parsed.tags if any(key.startswith("on") for key in a)], name
        assert markup.lower().count("<!doctype html>") == 1
        assert parsed.balanced and parsed.open == [], name
        assert tags.count("h1") == 1 and tags.count("main") == 1
        assert ("html", {"lang": "en"}) in parsed.tags
        for said in ("This is education, not medical advice.", "Not yet reviewed by a clinician.", "last checked"):
            assert said in parsed.text, (name, said)


def test_light_page_of_a_condition_says_what_the_dashboard_says(dataset: Dataset, words: Words) -> None:
    for record in dataset.conditions:
        label = label_of(dataset, record.id)
        text = outline(light_page("condition", "en", record.id)).text
        assert " ".join(verdict(label, words(f"conditions.{record.id}.inline"), words).split()) in text
        assert how_sure(label, words) in text


def test_overview_says_of_each_condition_which_way_how_sure_and_how_much(dataset: Dataset, words: Words) -> None:
    """The three travel together: they stand in one cell, in the words of the condition's own answer."""
    overview = light_page("evidence", "en")
    measured = 0
    for record in dataset.conditions:
        label = label_of(dataset, record.id)
        row = overview.split(f'data-record="{record.id}"')[1]
        cell = outline(row[row.index("<td") : row.index("</td>")]).text
        size = how_much_and_where(label, words)
        sure = [how_sure(label, words)] if label.certainty else []
        assert cell == " ".join([state_word(label, words), *sure, f"How much: {size}"]), record.id
        answer = outline(light_page("condition", "en", record.id)).text
        assert " ".join(size.split()) in answer
        measured += label.size is not None
    assert 0 < measured < len(dataset.conditions)
    assert overview.count("How much: Not measured against placebo") > 20


def test_every_light_page_can_be_skipped_into_and_left_upwards(dataset: Dataset) -> None:
    for name, markup in pages(dataset).items():
        parsed = outline(markup)
        links = [attributes["href"] or "" for tag, attributes in parsed.tags if tag == "a"]
        assert links[0] == "#main" and links[-1] == "#top", name
        assert {"main", "top"} <= {attributes.get("id") for _, attributes in parsed.tags}, name


def test_opioid_page_warns_first(dataset: Dataset) -> None:
    text = outline(light_page("condition", "en", "opioid-withdrawal")).text
    assert text.index("Do not try this yourself.") < text.index("Studies of coming off opioids under medical care")
    assert text.index("Do not try this yourself.") < text.index("We found no published study")


def test_light_page_of_a_study_gives_its_figures_and_where_they_stand() -> None:
    text = outline(light_page("study", "en", "duebruun-2024-fibromyalgia")).text
    for said in ("0.34 points lower with LDN", "−0.34 (−0.95 – +0.27)", "41 of 49 people", "only the abstract read"):
        assert said in text, said


def test_light_page_of_questions_opens_every_answer_and_leads_to_each(dataset: Dataset) -> None:
    tags = outline(light_page("questions", "en")).tags
    cards = {attrs["id"]: "open" in attrs for tag, attrs in tags if tag == "details" and "id" in attrs}
    assert cards == {question.id: True for question in dataset.questions}
    links = {attrs.get("href") for tag, attrs in tags if tag == "a"}
    assert {f"#{question.id}" for question in dataset.questions} <= links


def test_light_page_of_research_hides_nothing_and_has_no_list_to_choose_from(dataset: Dataset) -> None:
    tags = outline(light_page("research", "en")).tags
    assert [attrs for tag, attrs in tags if tag == "details" and "open" not in attrs] == []
    assert len([tag for tag, _ in tags if tag == "details"]) == len(dataset.trials) + len(dataset.conditions)
    assert [tag for tag, _ in tags if tag == "select"] == []
    assert "No registered trial fits this choice." not in outline(light_page("research", "en")).text


def test_retracted_study_says_so_before_anything_else() -> None:
    text = outline(light_page("study", "en", "wang-2008-filamin-a")).text
    assert "retracted" in text[: text.index("How much") if "How much" in text else 600].lower()


def test_light_page_of_how_it_works_shows_every_picture_standing_still(dataset: Dataset) -> None:
    markup = light_page("how", "en")
    parsed = outline(markup)
    pictures = [attrs for tag, attrs in parsed.tags if tag == "svg" and attrs.get("role") == "img"]
    assert len(pictures) == len(dataset.mechanisms.steps) == 16
    assert ".art *{animation:none!important}" in markup
    assert {attrs.get("class") for tag, attrs in parsed.tags if tag == "button"} <= {"term"}, (
        "nothing to press but terms"
    )


def test_links_of_light_pages_stay_on_light_pages() -> None:
    for page, record in (
        ("evidence", ""),
        ("condition", "lupus"),
        ("condition", "fibromyalgia"),
        ("claims", ""),
        ("side-effects", ""),
        ("study", "cree-2010-ms-crossover"),
    ):
        found = [attrs.get("href") or "" for tag, attrs in outline(light_page(page, "en", record)).tags if tag == "a"]
        inside = [link for link in found if not link.startswith(("http", "#"))]
        live = f"/{page}?{page}={record}" if record else f"/{page}"
        assert inside.count(live) == 1
        assert [link for link in inside if link != live and not link.startswith(("/l/en", "/print/en"))] == []


def test_light_page_of_claims_has_an_anchor_for_each_and_the_references(dataset: Dataset, words: Words) -> None:
    page = outline(light_page("claims", "en"))
    anchors = [attrs.get("id") for tag, attrs in page.tags if tag == "li" and attrs.get("id")]
    assert anchors == [claim.id for claim in dataset.claims]
    assert all_told(dataset, words) in page.text
    for claim in dataset.claims:
        for part in ("differs", "changes"):
            assert " ".join(said_of(claim, part, words).split()) in page.text, claim.id
    assert page.text.count("Wrong DOI") == 2
    links = {attrs.get("href") for _, attrs in outline(light_page("condition", "en", "crohns-disease")).tags}
    assert "/l/en/claims#bowel-disease" in links


def test_a_link_to_a_part_of_the_page_never_loads_the_page_again(dataset: Dataset) -> None:
    for name, markup in pages(dataset).items():
        parsed = outline(markup)
        assert "base" not in {tag for tag, _ in parsed.tags}, "a base would send every anchor elsewhere"
        [own] = [attrs["href"] for tag, attrs in parsed.tags if tag == "link" and attrs.get("rel") == "canonical"]
        found = [attrs["href"] or "" for tag, attrs in parsed.tags if tag == "a"]
        assert [link for link in found if link.startswith(f"{own}#")] == [], name
        assert [link for link in found if not link.startswith(("http", "/", "#"))] == [], name


@pytest.mark.parametrize("path", ["/l", "/l/"])
def test_light_pages_begin_with_the_overview(path: str) -> None:
    answer = visit(path)
    assert (answer.status, answer.headers["location"]) == (307, "/l/en")


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("/l/en/condition/fibromyalgia/", "/l/en/condition/fibromyalgia"),
        ("/l/en/", "/l/en"),
        ("/l/EN/safety", "/l/en/safety"),
        ("/l/en/condition/Fibromyalgia", "/l/en/condition/fibromyalgia"),
        ("/l//en///Study/CREE-2010-ms-crossover//", "/l/en/study/cree-2010-ms-crossover"),
    ],
)
def test_an_address_typed_with_slash_or_capitals_leads_to_the_only_one(path: str, canonical: str) -> None:
    answer = ask(lambda _: Starlette(routes=light_routes()), path, "from=elsewhere")
    assert (answer.status, answer.headers["location"]) == (301, canonical)
    assert visit(canonical).status == 200


@pytest.mark.parametrize(
    "path",
    ["/l/xx", "/l/en/condition/nope", "/l/xx/safety", "/l/en/condition/<script>", "/l/en/condition", "/l/en/safety/x"],
)
def test_unknown_light_address_says_so_and_shows_the_overview(path: str, dataset: Dataset, words: Words) -> None:
    answer = visit(path)
    assert answer.status == 404
    assert "cache-control" not in answer.headers
    page = outline(answer.text)
    assert page.text.index("We have no page at this address.") < page.text.index(words("evidence.low_only"))
    links = {attrs.get("href") for tag, attrs in page.tags if tag == "a"}
    assert {f"/l/en/condition/{record.id}" for record in dataset.conditions} <= links
    metas = [attrs for tag, attrs in page.tags if tag == "meta"]
    assert {"name": "robots", "content": "noindex"} in metas
    assert "canonical" not in {attrs.get("rel") for tag, attrs in page.tags if tag == "link"}
    assert answer.body == missing_page("en").encode(), "nothing of what was asked for is in it"


@pytest.mark.parametrize(
    "path",
    ["/l/en", "/l/en/side-effects", "/l/en/safety", "/l/en/condition/lupus", "/l/en/study/cree-2010-ms-crossover"],
)
def test_light_page_is_answered_and_may_be_kept_an_hour(path: str) -> None:
    answer = visit(path)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=3600"
