"""What you may have heard: filters and cards in the address, a sentence to check, and nothing of it left behind."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from components.charts.kept import _store
from components.ui.claim_check import BOX
from data.dataset import Dataset
from tests.components.charts.markup import parse, text_of, with_attribute, with_class
from tests.views.visit import address, headings, parts_shown, picture_data, pictures, said, turn_to, visit

ATTACK = "<img src=x onerror=alert(1)> LDN has hardly any side effects. **[link](https://evil.example)**"


def cards(at: AppTest) -> list[str]:
    """Claims that the list shows, in order."""
    data = picture_data(at)["claims"]
    ids = {li.attrib["data-part"]: li.attrib["id"] for li in with_attribute(parse(data["markup"]), "data-verdict")}
    return [ids[part] for part in parts_shown(data) if part in ids]


def open_check(text: str | None = None) -> AppTest:
    """The page with the box open, and a sentence sent off."""
    at = visit("claims")
    at.session_state["claims_check"] = True
    at.run()
    if text is not None:
        at.text_area(key=BOX).set_value(text)
        at.button[0].click().run()
    return at


def test_all_claims_are_shown_at_first(dataset: Dataset) -> None:
    at = visit("claims")
    assert cards(at) == [claim.id for claim in dataset.claims]
    assert address(at) == {}
    assert len(dataset.printed_references) == len(
        with_attribute(parse(pictures(at)["printed-references"]), "data-verdict")
    )


def test_the_address_says_topic_and_verdict(dataset: Dataset) -> None:
    at = visit("claims", topic="safety", verdict="contradicted")
    assert cards(at) == [c.id for c in dataset.claims if (c.topic, c.verdict) == ("safety", "contradicted")]
    assert cards(visit("claims", topic="against")) == [c.id for c in dataset.claims if c.against_ldn]


def test_the_address_of_a_card_in_the_list_opens_it(monkeypatch: pytest.MonkeyPatch) -> None:
    taps = ["claim/cheap"]

    def mounted(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen=taps.pop() if taps and key == "picture_claims" else None)

    monkeypatch.setattr("components.ui.picture._mount", mounted)
    at = visit("claims")
    assert not at.exception
    assert address(at) == {"claim": "cheap"}
    at.button(key="claims_show_all").click().run()
    assert address(at) == {}


@pytest.mark.parametrize(
    ("chosen", "title", "expected"),
    [
        ("condition/lupus", "Lupus", {"condition": "lupus"}),
        ("condition/fibromyalgia", "Fibromyalgia", {"condition": "fibromyalgia"}),
        ("polo-2019-mecfs", "Polo 2019", {"study": "polo-2019-mecfs"}),
    ],
)
def test_a_link_in_a_card_leads_to_its_page(
    chosen: str, title: str, expected: dict[str, str], dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mounted(*, key: str, **_: object) -> SimpleNamespace:
        return SimpleNamespace(chosen=chosen if key == "picture_claims" else None)

    monkeypatch.setattr("components.ui.picture._mount", mounted)
    at = visit("claims")
    named = chosen == "condition/lupus"
    # Lupus is named by no claim: nothing that the picture does not hold can be opened.
    assert [t.value for t in at.title] == (["What you may have heard"] if named else [title])
    assert address(at) == ({} if named else expected)


def test_every_card_has_an_address_of_its_own_and_stands_on_top(dataset: Dataset) -> None:
    at = visit("claims")
    for claim in dataset.claims:
        turn_to(turn_to(at, "about"), "claims", claim=claim.id)
        assert not at.exception, claim.id
        [card] = with_attribute(parse(pictures(at)["claim"]), "data-verdict")
        assert card.attrib["id"] == claim.id
        assert next(iter(picture_data(at))) == "claim"
        assert at.code[0].value.endswith(f"?claim={claim.id}")
        assert len(cards(at)) == len(dataset.claims)


def test_a_card_nobody_wrote_is_said_to_be_missing() -> None:
    at = visit("claims", claim="<script>alert(1)</script>", topic="teeth")
    assert not at.exception
    assert "claim" not in pictures(at)
    assert said(at).count("which is not here") == 2
    assert "<script>" not in said(at)


def test_a_sentence_finds_its_claims(dataset: Dataset) -> None:
    at = open_check("LDN has hardly any side effects. Eat plenty of vegetables.")
    assert not at.exception
    root = parse(pictures(at)["claim-matches"])
    assert "minimal-side-effects" in "".join(a.attrib["href"] for a in with_attribute(root, "data-choice"))
    assert [text_of(empty) for empty in with_class(root, "empty")] == [
        "Nothing close in our list. That says nothing about whether the sentence is true."
    ]
    assert "Words alone are compared, not meaning." in said(at)


def test_a_ready_sentence_can_be_tapped() -> None:
    at = open_check()
    assert "passed on to nobody and not stored" in said(at)
    at.button_group(key="claims_ready").select("LDN ruins your liver.").run()
    assert at.text_area(key=BOX).value == "LDN ruins your liver."
    assert "causes-liver-failure" in pictures(at)["claim-matches"]


def test_hostile_text_is_shown_as_plain_words_and_stays_in_the_box() -> None:
    at = open_check(ATTACK)
    assert not at.exception
    markup = pictures(at)["claim-matches"]
    assert "<img" not in markup and "onerror" not in markup
    assert "**[link](https://evil.example)**" in text_of(parse(markup))
    assert at.text_area(key=BOX).value == ATTACK
    assert ATTACK not in said(at)


def test_ten_thousand_characters_are_not_lost_and_said_to_be_too_many() -> None:
    text = "LDN is cheap and everybody can afford it. " * 250
    at = open_check(text)
    assert not at.exception
    assert at.text_area(key=BOX).value == text
    assert "The first 2,000 characters were compared." in said(at)
    assert pictures(at)["claim-matches"].count("<q>") == 12


def test_text_without_words_is_answered_kindly() -> None:
    at = open_check("12345 !!! <<>>")
    assert not at.exception
    assert "There are no words in this text to compare." in said(at)
    assert "claim-matches" not in pictures(at)


def test_what_was_typed_is_nowhere_but_on_this_visitors_page() -> None:
    secret = "Zebrafinch says LDN is cheap"
    at = open_check(secret)
    assert secret in pictures(at)["claim-matches"]
    assert "Zebrafinch" not in str(address(at))
    assert "Zebrafinch" not in str(list(_store.charts))
    assert not [chart for chart in _store.charts.values() if "Zebrafinch" in str(chart.markup)]
    assert "claim-matches" not in pictures(visit("claims"))
    turn_to(at, "safety")
    assert BOX not in at.session_state
    turn_to(at, "claims")
    assert "claim-matches" not in pictures(at)


def test_a_condition_leads_to_what_is_said_about_it(dataset: Dataset) -> None:
    at = visit("condition", condition="crohns-disease")
    assert "What you may have heard about this" in headings(at)
    named = [claim for claim in dataset.claims if "crohns-disease" in claim.conditions]
    rows = [row for row in parse(pictures(at)["heard"]).iter("li")]
    assert [[a.attrib["data-choice"] for a in with_attribute(row, "data-choice")] for row in rows] == [
        [claim.id] for claim in named
    ]
    for row, claim in zip(rows, named, strict=True):
        assert text_of(row).endswith({"unproven": "Not shown", "oversimplified": "Too simple"}[claim.verdict])
    assert "What you may have heard about this" not in said(visit("condition", condition="lupus"))
