"""The page to take home: one page, the dataset's own figures, the same sentences as on screen."""

from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts.icon_array import difference, gain_pair, harm_pair
from components.charts.phrases import how_much, how_sure, verdict, which_way
from components.prints.paper import TEMPLATES, Ink, Paper
from components.prints.questions import MOST, Worry
from components.prints.take_away import take_away
from content.numbers import write_date, write_number
from content.text import Words
from data.condition_harms import condition_harms
from data.dataset import Dataset
from data.gains import gains
from data.harms import share
from data.labels import label_of
from tests.components.prints.make_prints import ADDRESS, PAPERS, page
from tests.components.prints.read_pdf import codes_in, is_grey, pages_of, size_of, smallest_letter, text_of
from tests.components.prints.test_visitor_text import ATTACKS

SMALLEST = 12
LONG, WIDE, FOREIGN, EMOJI = "wide words " * 60, "W" * 400, "هل هذا آمن؟", "wide 😴 " * 60
FULLEST = ([WIDE] * MOST, [LONG] * MOST, [FOREIGN] * MOST, [WIDE, EMOJI, FOREIGN, "W " * 100, LONG])


def asked(dataset: Dataset, words: Words, *questions: str, condition: str = "fibromyalgia") -> bytes:
    return take_away(
        dataset, condition, words, paper=Paper.LETTER, ink=Ink.MONO, address=ADDRESS, questions=questions,
        worries=[*Worry],
    )  # fmt: skip


@pytest.mark.parametrize(("paper", "ink"), PAPERS)
def test_every_condition_fits_one_page_in_letters_of_twelve_points(dataset: Dataset, paper: Paper, ink: Ink) -> None:
    made = {record.id: page(record.id, paper, ink) for record in dataset.conditions}
    assert len(made) == len(dataset.conditions) > 40
    assert {name: pages_of(pdf) for name, pdf in made.items() if pages_of(pdf) != 1} == {}
    assert {name for name, pdf in made.items() if smallest_letter(pdf) < SMALLEST - 0.01} == set()


def test_the_fullest_page_a_visitor_can_ask_for_is_still_one_page(dataset: Dataset, words: Words) -> None:
    for condition in dataset.conditions:
        for questions in FULLEST:
            for paper in Paper:
                pdf = take_away(
                    dataset, condition.id, words, paper=paper, ink=Ink.COLOUR, address=ADDRESS + condition.id,
                    questions=questions, worries=[*Worry],
                )  # fmt: skip
                assert pages_of(pdf) == 1, (condition.id, questions, paper)
                assert smallest_letter(pdf) >= SMALLEST - 0.01


def test_paper_has_the_size_asked_for() -> None:
    assert size_of(page("lupus", Paper.A4)) == (210, 297)
    assert size_of(page("lupus", Paper.LETTER)) == (216, 279)


def test_black_and_white_has_no_colour_and_colour_has() -> None:
    for condition in ("fibromyalgia", "cancer"):
        assert is_grey(page(condition, ink=Ink.MONO))
        assert not is_grey(page(condition, ink=Ink.COLOUR))


def test_the_answer_is_the_one_on_screen_with_all_its_three_parts(dataset: Dataset, words: Words) -> None:
    for record in dataset.conditions:
        label, text = label_of(dataset, record.id), text_of(page(record.id))
        said = verdict(label, words(f"conditions.{record.id}.inline"), words)
        for part in (said, which_way(label, words), how_sure(label, words), how_much(label, words)):
            assert " ".join(part.split()) in text, (record.id, part)
        assert "Not taking LDN is always one of the options." in text
        assert "Not yet reviewed by a clinician." in text
        assert f"Dataset {dataset.release.version}, last checked {write_date(dataset.release.checked)}" in text


def test_counts_are_the_datasets_own(dataset: Dataset, words: Words) -> None:
    text = text_of(page("fibromyalgia"))
    gain, harm = gains(dataset, "fibromyalgia")[0], condition_harms(dataset, "fibromyalgia")[0]
    for arm in (gain.ldn, gain.control, harm.ldn, harm.control):
        assert f"{write_number(share(arm) or 0, digits=0)} in 100 {arm.events} of {arm.n} people" in text
    assert difference(gain_pair(gain, words), words) in text
    assert difference(harm_pair(harm, words), words) in text


def test_a_condition_without_counts_says_so_and_names_whose_harms_are_shown(dataset: Dataset) -> None:
    text = text_of(page("lupus"))
    assert "No placebo trial we read counts how many people got better on each side." in text
    assert "This count is from other people: fibromyalgia." in text
    assert "This count is from other people" not in text_of(page("fibromyalgia"))


def test_sources_stand_with_where_how_deep_and_their_address(dataset: Dataset, words: Words) -> None:
    text = text_of(page("crohns-disease"))
    assert "Smith 2011 (results; only the abstract read): pubmed.ncbi.nlm.nih.gov/21380937/" in text
    assert "(Smith 2011, source 1" in text


def test_the_opioid_page_warns_first_and_asks_nothing_that_leads_to_trying(dataset: Dataset, words: Words) -> None:
    text = text_of(page("opioid-withdrawal"))
    assert text.index("Do not try this yourself.") < text.index("What studies found")
    assert words("condition.ask_2") not in text
    assert "Which proven help for coming off opioids is there for me" in text
    assert "Do not try this yourself." not in text_of(page("lupus"))


def test_worries_put_their_red_flags_first(dataset: Dataset, words: Words) -> None:
    worried = text_of(asked(dataset, words, "Is it safe?"))
    assert worried.index("Serious liver disease") < worried.index("Never with opioid medicines.")
    assert "Pregnant or planning" not in text_of(page("fibromyalgia"))


def test_the_code_leads_to_the_public_address_and_to_nothing_else(dataset: Dataset, words: Words) -> None:
    for paper, ink in PAPERS:
        assert codes_in(page("fibromyalgia", paper, ink)) == [ADDRESS + "fibromyalgia"]
    assert codes_in(asked(dataset, words, "My secret worry")) == [ADDRESS]


def test_without_a_public_address_there_is_no_code_but_a_sentence(dataset: Dataset, words: Words) -> None:
    pdf = take_away(dataset, "lupus", words, paper=Paper.A4, ink=Ink.MONO, address=None)
    assert codes_in(pdf) == []
    assert "The newest version stands in the LDN Evidence Explorer, under “Lupus”." in text_of(pdf)


def test_the_same_input_gives_the_same_bytes(dataset: Dataset, words: Words) -> None:
    first, second = (asked(dataset, words, "Is it safe?") for _ in range(2))
    assert first == second


@pytest.mark.parametrize("typed", ATTACKS)
def test_typed_markup_is_printed_as_plain_text(dataset: Dataset, words: Words, typed: str) -> None:
    text = text_of(asked(dataset, words, typed))
    assert f"1. {typed}" in text
    assert "root:" not in text


def test_visitor_words_replace_the_suggestions(dataset: Dataset, words: Words) -> None:
    text = text_of(asked(dataset, words, "What about my cat?", ""))
    assert "1. What about my cat?" in text
    assert words("condition.ask_1") not in text
    assert "2. " not in text[text.index("My questions") : text.index("My notes")]


def test_limits_are_said_kindly(dataset: Dataset, words: Words) -> None:
    text = text_of(asked(dataset, words, "a " * 5000, "هل هذا آمن؟", "Sleep 😴"))
    assert "A long question was shortened to fit the page." in text
    assert "I write this one by hand:" in text
    assert "Our print font does not have every alphabet yet." in text
    assert "3. Sleep" in text
    assert "Emoji and some signs cannot be printed and were left out." in text
    calm = text_of(asked(dataset, words, "Sleep?"))
    assert "shortened" not in calm and "by hand" not in calm and "Emoji" not in calm


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=8))
def test_nothing_typed_breaks_the_page(dataset: Dataset, words: Words, typed: list[str]) -> None:
    pdf = asked(dataset, words, *typed)
    assert pages_of(pdf) == 1
    assert smallest_letter(pdf) >= SMALLEST - 0.01


def test_a_template_reaches_nothing_but_templates_and_fonts(tmp_path: Path) -> None:
    assert {path.suffix for path in TEMPLATES.rglob("*") if path.is_file()} == {".typ", ".ttf", ".txt"}
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    for reached in (str(secret), "../letters.json", "/../letters.json", "/etc/passwd"):
        compiler = typst.Compiler(input=f'#read("{reached}")'.encode(), root=TEMPLATES)
        with pytest.raises(typst.TypstError):
            compiler.compile(format="pdf")


def test_no_template_turns_words_into_markup() -> None:
    for template in TEMPLATES.glob("*.typ"):
        text = template.read_text(encoding="utf-8")
        assert "eval(" not in text
        assert "@preview" not in text
