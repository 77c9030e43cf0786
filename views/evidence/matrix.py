"""What the evidence says: every condition by kind of evidence, or outcome by outcome."""

import streamlit as st

from components.charts.kept import kept
from components.charts.matrix_switch import DOSES, GROUPS, LENSES, ORDERS, matrix_switch
from components.ui.cell_card import cell_heading, show_cell
from components.ui.frame import page_words
from components.ui.go import go_to
from components.ui.show_chart import show_chart
from components.ui.url import follow_address, note_unknown, put
from data.load import load_dataset

DEFAULTS = {"lens": "kinds", "group": "all", "sort": "listed", "doses": "low"}
words = page_words()
dataset = load_dataset()
conditions = ["", *sorted(dataset.condition_by_id)]

st.title(words("evidence.title"), anchor=False)

lens = follow_address("lens", "evidence_lens", LENSES, "kinds", words, lambda v: words(f"evidence.lens_{v}"))
group = follow_address("group", "evidence_group", GROUPS, "all", words, lambda _: words("evidence.group_all"))
order = follow_address("sort", "evidence_sort", ORDERS, "listed", words, lambda v: words(f"evidence.sort_{v}"))
first = follow_address("first", "evidence_first", conditions, "", words)
doses = follow_address("doses", "evidence_doses", DOSES, "low", words, lambda v: words(f"evidence.doses_{v}"))
asked = st.query_params.get("cell", "")
if asked and cell_heading(dataset, asked.partition("/")[0], asked.partition("/")[2], words) is None:
    note_unknown(asked, "", words)
choice = f"{lens} {group} {order} {doses}"


def switched(new: str) -> None:
    """The visitor switched the matrix in the browser: address and words follow."""
    for (name, default), value in zip(DEFAULTS.items(), new.split(), strict=True):
        put(name, f"evidence_{name}", value, default)


def put_first(condition: str) -> None:
    """The visitor put a condition on top."""
    if condition in conditions:
        put("first", "evidence_first", condition, "")


def forget_cell() -> None:
    """The visitor closed the window of a cell."""
    st.query_params.pop("cell", None)


chart = kept("matrix", words, f"{choice} {first}", lambda: matrix_switch(dataset, words, choice=choice, first=first))
chosen = show_chart(chart, words, on_shown=switched, on_first=put_first)
st.markdown(f"{words('evidence.gist')} {words('evidence.low_only')}")
if chosen and "/" in chosen:
    st.query_params["cell"] = chosen
elif chosen:
    go_to("condition", condition=chosen)
condition, _, column = st.query_params.get("cell", "").partition("/")
show_cell(dataset, condition, column, words, closed=forget_cell)
