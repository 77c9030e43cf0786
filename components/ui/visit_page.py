"""My visit: choices and questions that live only while the page is open, and the page made from them.

Everything personal sits in widgets whose keys carry a round number. Streamlit forgets widgets that are not on screen,
so leaving the page wipes them, and clearing starts a new round. Nothing of it reaches the address, a log or a cache.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from components.prints.diary import diary_csv
from components.prints.paper import Ink, Paper, forget
from components.prints.questions import MOST, Priority, Worry, suggestions
from components.prints.ready_made import CARD, DIARY, ReadyMade, make
from components.prints.safety_words import basis_of, short_of
from components.prints.take_away import WORRY_TOPIC, take_away
from components.prints.visitor_text import LONGEST, written
from components.ui.public import coded_address
from components.ui.url import put
from content.numbers import write_number
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of
from data.models.practice import SafetyTopic

TOPICS = {**WORRY_TOPIC, Worry.OPIOIDS: SafetyTopic.OPIOIDS, Worry.OPERATION: SafetyTopic.SURGERY}
PDF = "application/pdf"
# A status is read out politely; the focus keeps the keyboard on the page.
TO_NOTE = """<script>/* {round} */
const note = document.querySelector(".st-key-visit_cleared_note");
note?.setAttribute("role", "status");
note?.setAttribute("tabindex", "-1");
note?.focus();
</script>"""


class PageNotMadeError(RuntimeError):
    """A page could not be made. It says nothing of what was typed: the typesetter's own message may quote it."""


@dataclass(frozen=True)
class Personal:
    """What a visitor chose for the page."""

    worries: tuple[Worry, ...]
    questions: tuple[str, ...]


def show_choices(dataset: Dataset, condition: str, words: Words) -> Personal:
    """What matters, what worries, and the questions that follow from both."""
    priorities = st.pills(
        words("visit.matters"), [*Priority], selection_mode="multi", key=_key("matters"),
        format_func=lambda one: words(f"visit.priority.{one}"),
    )  # fmt: skip
    worries = st.pills(
        words("visit.worries"), [*Worry], selection_mode="multi", key=_key("worries"),
        format_func=lambda one: words(f"visit.worry.{one}"),
    )  # fmt: skip
    _show_flags(dataset, worries, words)
    st.header(words("visit.questions"), anchor=False)
    st.markdown(words("visit.questions_gist"))
    offered = suggestions(label_of(dataset, condition), words, priorities=priorities, worries=worries)
    return Personal(tuple(worries), _show_questions(offered, words))


def show_page(dataset: Dataset, condition: str, personal: Personal, words: Words) -> None:
    """The paper, and the button that makes the page when it is pressed and not before.

    Two buttons, because a download that makes its file when pressed would miss the word typed last.
    """
    st.header(words("visit.page"), anchor=False)
    st.markdown(words("visit.page_gist"))
    paper, ink = _choose_paper(words)
    if not st.button(words("visit.make"), type="primary", icon=":material/picture_as_pdf:", key="visit_make"):
        return
    try:
        pdf = personal_page(dataset, condition, personal, words, paper, ink)
    except PageNotMadeError:
        st.error(words("visit.sorry"))
        return
    st.download_button(
        words("visit.save"), pdf, file_name=f"ldn-{condition}.pdf", mime=PDF, type="primary",
        icon=":material/download:", key="visit_save", on_click="ignore",
    )  # fmt: skip
    st.caption(words("visit.saved_note"))


def personal_page(dataset: Dataset, condition: str, personal: Personal, words: Words, paper: Paper, ink: Ink) -> bytes:
    """The visitor's page. Whatever goes wrong is told without a word of theirs."""
    try:
        return take_away(
            dataset, condition, words, paper=paper, ink=ink, address=coded_address(condition, words.language),
            questions=personal.questions, worries=personal.worries,
        )  # fmt: skip
    except Exception:
        raise PageNotMadeError from None
    finally:
        forget()


def show_for_everybody(dataset: Dataset, words: Words) -> None:
    """The diary and the card."""
    st.header(words("visit.also"), anchor=False)
    st.markdown(words("visit.also_gist"))
    for subject, label in ((DIARY, words("visit.diary")), (CARD, words("visit.card"))):
        with st.container(horizontal=True):
            for paper in Paper:
                one = ReadyMade(subject, paper, Ink.COLOUR)
                st.download_button(
                    f"{label}, {words(f'visit.papers.{paper}')}", partial(make, one, dataset, words, address=None),
                    file_name=f"ldn-{one.name}", mime=PDF, key=f"visit_{one.name}", on_click="ignore",
                )  # fmt: skip
            if subject == DIARY:
                st.download_button(
                    words("visit.diary_csv"), partial(diary_csv, words), file_name=f"ldn-{DIARY}.csv", mime="text/csv",
                    key="visit_diary_csv", on_click="ignore",
                )  # fmt: skip


def clear() -> None:
    """Start a new round: everything of the one before is gone, the condition in the address too."""
    st.session_state["visit_round"] = _round() + 1
    put("condition", "visit_condition", "", "")
    st.session_state["visit_cleared"] = True


def show_cleared(words: Words) -> None:
    """Say, right after it, that all is gone, and put the keyboard there: its button went with the rest."""
    if st.session_state.pop("visit_cleared", False):
        with st.container(key="visit_cleared_note"):
            st.markdown(words("visit_cleared.said"))
        # The number makes it a new script each time, so that it runs after every clearing.
        st.html(TO_NOTE.format(round=_round()), unsafe_allow_javascript=True)


def _show_flags(dataset: Dataset, worries: Sequence[Worry], words: Words) -> None:
    topics = {TOPICS[worry] for worry in worries}
    facts = [fact for fact in dataset.safety if fact.on_card and fact.topic in topics]
    if facts:
        told = [f"- **{short_of(fact, words)}** ({basis_of(fact, words)})" for fact in facts]
        st.error("\n".join(told), icon=":material/warning:")


def _show_questions(offered: dict[str, str], words: Words) -> tuple[str, ...]:
    """Ticks first, so that no keyboard is needed; typing is for those who want to."""
    ticked = {
        name: text
        for place, (name, text) in enumerate(offered.items())
        if st.checkbox(text, value=place < MOST - 1, key=_key(f"ask_{name}"))
    }
    own = st.text_input(words("visit.own"), key=_key("own"), autocomplete="off")
    st.caption(words("visit.own_hint"))
    # Drawn while closed too: what was changed must still stand when the part is closed again.
    with st.expander(words("visit.edit"), key=_key("edit"), icon=":material/edit:"):
        said = [
            st.text_input(
                words("visit.edit_say", n=write_number(place, words.language)), value=text,
                key=_key(f"say_{name}"), autocomplete="off",
            )
            for place, (name, text) in enumerate(ticked.items(), 1)
        ]  # fmt: skip
    # A question of one's own comes first: it must never be the one there is no room for.
    # No limit in the boxes, where Streamlit drops a pasted text without a word: `written` shortens it and it is said.
    chosen = [text[: 10 * LONGEST] for text in (own, *said) if text.strip()]
    _show_limits(chosen, words)
    return tuple(chosen)


def _show_limits(chosen: Sequence[str], words: Words) -> None:
    """How many fit, and what of them cannot be printed."""
    counts = {"n": write_number(len(chosen), words.language), "most": write_number(MOST, words.language)}
    if len(chosen) > MOST:
        st.info(words("visit.too_many", **counts), icon=":material/info:")
    else:
        st.caption(words("visit.chosen", **counts))
    lines = [written(text) for text in chosen[:MOST]]
    notes = {
        "visit.by_hand": any(line.by_hand for line in lines),
        "visit.shortened": any(line.shortened for line in lines),
        "visit.left_out": any(line.left_out for line in lines),
    }
    for key, holds in notes.items():
        if holds:
            st.info(words(key), icon=":material/info:")


def _choose_paper(words: Words) -> tuple[Paper, Ink]:
    with st.container(horizontal=True):
        paper = st.segmented_control(
            words("visit.paper"), [*Paper], default=Paper.A4, required=True, key="visit_paper",
            format_func=lambda one: words(f"visit.papers.{one}"),
        )  # fmt: skip
        ink = st.segmented_control(
            words("visit.ink"), [*Ink], default=Ink.COLOUR, required=True, key="visit_ink",
            format_func=lambda one: words(f"visit.inks.{one}"),
        )  # fmt: skip
    return paper, ink


def _round() -> int:
    return int(st.session_state.get("visit_round", 0))


def _key(name: str) -> str:
    return f"visit_{_round()}_{name}"
