"""Pasted sentences find their claims: measured on sentences written for it, and calm whatever is pasted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.nearest import Leaflet, halves, leaflets, tally
from components.charts.claim_words import sentence_index
from data.dataset import Dataset
from data.nearest_claims import (
    LONGEST,
    MOST_CLAIMS,
    ClaimIndex,
    claim_index,
    nearest_claims,
    sentences,
    vocabulary,
)

WANTED = 0.85


@pytest.fixture(scope="module")
def index(dataset: Dataset) -> ClaimIndex:
    """All claims in English."""
    return sentence_index(dataset, "en")


def names(text: str, index: ClaimIndex) -> list[str]:
    return [near.claim for near in nearest_claims(text, index)]


def test_the_set_is_large_enough_and_half_of_it_was_kept_apart(dataset: Dataset) -> None:
    meant = [one for one in leaflets() if one.right]
    kept_apart = [one for one in meant if one.group != "tune"]
    unrelated = [one for one in leaflets() if not one.right]
    assert len(meant) >= 60 and len(kept_apart) >= 30
    assert len([one for one in unrelated if one.group != "tune"]) >= 20
    assert len({one.text for one in leaflets()}) == len(leaflets())
    known = {claim.id for claim in dataset.claims}
    assert {name for one in leaflets() for name in one.right} == known, "every claim has its sentence"
    assert known <= {name for one in kept_apart for name in one.right}


@pytest.mark.parametrize("half", halves(), ids=lambda half: f"{half[0]}-{'meant' if half[1] else 'unrelated'}")
def test_sentences_find_their_claims_and_unrelated_ones_find_none(half: tuple[str, bool]) -> None:
    found = halves()[half]
    assert found.share >= WANTED, f"{found.right} of {found.of}"


def test_a_wrong_answer_would_be_counted() -> None:
    wrong = [
        Leaflet("tune", ("cheap",), "LDN ruins your liver."),
        Leaflet("tune", ("cheap",), "Eat plenty of vegetables."),
        Leaflet("tune", (), "LDN ruins your liver."),
    ]
    assert tally(wrong).right == 0


def test_the_claims_own_wording_comes_first(dataset: Dataset, index: ClaimIndex) -> None:
    first = {claim.id: names(index.wording[claim.id], index)[:1] for claim in dataset.claims}
    assert {name: found for name, found in first.items() if found != [name]} == {}


def test_a_slip_of_the_finger_and_capitals_do_not_matter(index: ClaimIndex) -> None:
    assert names("LDN LOWERS INFLAMATION", index)[0] == "lowers-inflammation"
    assert names("ldn damages the livver", index)[0] == "causes-liver-failure"


def test_at_most_three_claims_best_first(index: ClaimIndex) -> None:
    for one in leaflets():
        found = nearest_claims(one.text, index)
        assert len(found) <= MOST_CLAIMS
        assert [near.score for near in found] == sorted((near.score for near in found), reverse=True)


@pytest.mark.parametrize("text", ["", "   ", "12 345 %", "?!", "the of and", "LDN", "LDN LDN naltrexone"])
def test_a_sentence_that_says_nothing_is_close_to_nothing(text: str, index: ClaimIndex) -> None:
    assert names(text, index) == []


def test_an_unrelated_word_more_takes_a_sentence_further_away(index: ClaimIndex) -> None:
    near, far = (
        nearest_claims(text, index)[0].score
        for text in ("LDN lowers inflammation.", "LDN lowers inflammation in zebras and parrots.")
    )
    assert far < near


def test_another_language_brings_its_own_words() -> None:
    spanish = vocabulary("ldn naltrexona", "la el es de una un", ["barata barato económica coste"])
    index = claim_index(spanish, {"cheap": "La LDN es barata.", "liver": "Daña el hígado."}, {"cheap": "precio"})
    assert names("La naltrexona es económica", index) == ["cheap"]
    assert names("El perro duerme", index) == []


def test_a_long_text_is_cut_into_its_sentences() -> None:
    assert sentences("One thing. Another thing! A third?\n• A fourth") == [
        "One thing.",
        "Another thing!",
        "A third?",
        "A fourth",
    ]


def test_tags_are_taken_out_and_the_words_in_them_stay() -> None:
    assert sentences("<p>LDN <b>works</b></p><script>alert(1)</script>") == ["LDN works alert(1)"]
    assert sentences("pain < 3 and > 1") == ["pain < 3 and > 1"]


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    text = "word " * 2_000
    assert len(text) == 10_000
    assert len(" ".join(sentences(text))) <= LONGEST


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400))
def test_whatever_is_pasted_comes_out_as_plain_sentences_and_known_claims(text: str) -> None:
    index = claim_index(vocabulary("ldn", "the", ["pain ache"]), {"pain": "LDN eases pain."}, {})
    for sentence in sentences(text):
        assert sentence == " ".join(sentence.split())
        assert set(names(sentence, index)) <= {"pain"}
