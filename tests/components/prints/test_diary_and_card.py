"""The diary of twelve weeks and the card for the wallet."""

import csv
from io import StringIO

from components.prints.diary import diary_csv
from components.prints.paper import Ink, Paper
from components.prints.wallet_card import BEFORE, EMERGENCY, wallet_card
from content.text import Words
from data.dataset import Dataset
from tests.components.prints.make_prints import kinds
from tests.components.prints.read_pdf import is_grey, pages_of, smallest_letter, text_of

PRINTS = {name: pdf for name, pdf in kinds() if name.startswith(("diary", "card"))}


def test_letters_are_never_below_twelve_points_and_mono_has_no_colour() -> None:
    for name, pdf in PRINTS.items():
        assert smallest_letter(pdf) >= 11.99, name
        assert is_grey(pdf) == name.endswith("mono"), name


def test_the_diary_has_a_page_of_words_and_four_of_three_weeks() -> None:
    for name, pdf in PRINTS.items():
        assert pages_of(pdf) == (5 if name.startswith("diary") else 1), name
    text = text_of(PRINTS["diary a4 mono"])
    for week in range(1, 13):
        assert f"Week {week}, from (date):" in text
    assert "Week 13" not in text
    assert text.count("Started or stopped this week") == 12
    assert text.count("Sun") == 12


def test_the_diary_neither_tells_to_start_nor_promises() -> None:
    text = text_of(PRINTS["diary letter colour"])
    assert "Nothing here tells you to start or to stop." in text
    assert "people on placebo can feel better too" in text
    assert "cannot prove what LDN did" in text


def test_the_table_has_a_row_a_day_and_columns_for_starts_and_stops(words: Words) -> None:
    text = diary_csv(words)
    assert text.startswith("\ufeffweek,day,date")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 1 + 12 * 7
    assert {len(row) for row in rows} == {13}
    assert "started, stopped or changed" in rows[0]
    assert rows[1][:2] == ["1", "1"]
    assert rows[-1][:2] == ["12", "7"]
    assert {cell for row in rows[1:] for cell in row[2:]} == {""}


def test_each_statement_on_the_card_is_a_safety_fact_with_its_basis(dataset: Dataset, words: Words) -> None:
    text = text_of(wallet_card(dataset, words, paper=Paper.A4, ink=Ink.MONO))
    facts = {fact.id: fact for fact in dataset.safety}
    for name in BEFORE:
        basis = f"({words(f'basis.{facts[name].basis}')}, {words(f'safety.about_dose.{facts[name].dose}')})"
        assert f"{words(f'safety.{name}.short')} {basis}" in text
    assert (
        "slowed breathing may be stronger and last longer. Watch closely. (Product label, about the full dose)" in text
    )
    assert words(f"safety.{EMERGENCY}.unknown") in text
    assert "I take naltrexone" in text
    for name in (EMERGENCY, *BEFORE):
        for support in facts[name].rests_on:
            known = dataset.document_by_id.get(support)
            assert (known.title if known else "Goel 2024") in text


def test_no_dose_is_printed_on_the_card(dataset: Dataset) -> None:
    card = text_of(PRINTS["card a4 mono"])
    assert " mg" not in card[: card.index("What this card rests on")]
