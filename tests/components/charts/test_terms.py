"""Glossary terms open their meaning where they stand, once per card, and change no word of a sentence."""

import re

import pytest

from components.charts.kept import kept
from components.charts.safety_facts import safety_facts
from components.charts.terms import with_meanings
from content.text import Words
from data.dataset import Dataset

TERMS = Words(
    "en",
    {},
    {
        "glossary.placebo.term": "Placebo",
        "glossary.placebo.plain": "A dummy <that> looks alike.",
        "glossary.placebo.forms.0": "placebo",
        "glossary.opioid.term": "Opioid",
        "glossary.opioid.plain": "Like morphine.",
        "glossary.opioid.forms.0": "opioid",
        "glossary.opioid.forms.1": "opioids",
        "glossary.withdrawal.term": "Opioid withdrawal",
        "glossary.withdrawal.plain": "Illness.",
        "glossary.withdrawal.forms.0": "opioid withdrawal",
    },
)


def marked(markup: str) -> list[tuple[str, str]]:
    """Each term made to open its meaning: the id it opens and how it is written."""
    found = with_meanings(markup, TERMS, "here")
    return re.findall(r'<button class="term" type="button" popovertarget="here-([a-z]+)">([^<]*)</button>', found)


def plain(markup: str) -> str:
    """The markup without buttons and meanings."""
    without = re.sub(r'<span class="meaning".*?</span>', "", markup)
    without = re.sub(r'<span class="held">(<button.*?</button>[^<]*)</span>', r"\1", without)
    return re.sub(r'<button class="term"[^>]*>([^<]*)</button>', r"\1", without)


def test_a_term_opens_its_meaning_the_first_time_it_stands_in_a_card() -> None:
    assert marked("<p>Placebo or placebo. Opioids.</p>") == [("placebo", "Placebo"), ("opioid", "Opioids")]
    assert len(marked("<section><p>placebo</p></section><section><p>placebo, placebo</p></section>")) == 2
    assert len(marked("<div data-part='a'><p>placebo</p></div><div data-part='b'><p>placebo</p></div>")) == 2


def test_its_meaning_stands_once_however_many_buttons_lead_to_it() -> None:
    found = with_meanings("<section><p>placebo</p></section><section><p>placebo</p></section>", TERMS, "here")
    assert found.count('id="here-placebo"') == 1
    assert "<b>Placebo</b>: A dummy &lt;that&gt; looks alike." in found


def test_a_mark_after_a_term_never_starts_a_line_of_its_own() -> None:
    found = with_meanings("<p>No placebo, and an opioid.</p><p>Opioids help</p>", TERMS, "here")
    assert re.findall(r'<span class="held"><button[^>]*>([^<]*)</button>([^<]*)</span>', found) == [
        ("placebo", ","),
        ("opioid", "."),
    ]


def test_the_longer_term_is_meant() -> None:
    assert marked("<p>opioid withdrawal</p>") == [("withdrawal", "opioid withdrawal")]


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>placebo</h2>", "<p><a href='x'>placebo</a></p>", "<li><button>placebo</button></li>", "<div>placebo</div>",
        "<p><svg><text>placebo</text></svg></p>", "<p class=\"vh\">placebo</p>", "<p>placebo-like nonplacebo</p>",
        "<p title='placebo'><br></p>", "<ul><li><span class=\"badge struck\">placebo</span></li></ul>",
    ],
)  # fmt: skip
def test_links_headings_drawings_and_longer_words_are_left_alone(markup: str) -> None:
    assert with_meanings(markup, TERMS, "here") == markup


def test_what_stands_after_a_closed_part_is_explained_again() -> None:
    assert marked("<p><a>placebo</a> placebo<br>opioid</p>") == [("placebo", "placebo"), ("opioid", "opioid")]


def test_no_word_of_a_real_page_changes(dataset: Dataset, words: Words) -> None:
    drawn = safety_facts("safety-facts", dataset.safety, dataset, words, topics=True)
    assert drawn.markup is not None
    found = with_meanings(drawn.markup, words, "safety")
    assert found.count('class="term"') > 20
    assert plain(found) == drawn.markup
    opened = set(re.findall(r'popovertarget="([^"]+)"', found))
    assert opened == set(re.findall(r'<span class="meaning" id="([^"]+)"', found))


def test_every_kept_chart_explains_its_terms(dataset: Dataset, words: Words) -> None:
    chart = kept("terms-test", words, "", lambda: safety_facts("x", dataset.safety, dataset, words, topics=True))
    assert chart.markup is not None
    assert 'popovertarget="terms-test-opioid"' in chart.markup
