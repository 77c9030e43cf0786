"""Shows a Chart: takeaway, picture, source and its table one tap away. The only caller of st.plotly_chart."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.charts.chart import Chart
from components.charts.table_file import table_csv, table_metadata
from components.ui.picture import show_picture
from components.ui.url import here
from content.text import Words
from data.load import load_dataset

PLOTLY_CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["lasso2d", "toImage"]}


def show_chart(
    chart: Chart,
    words: Words,
    *,
    twin: bool = True,
    title: str = "",
    on_shown: Callable[[str], None] | None = None,
    on_first: Callable[[str], None] | None = None,
) -> str | None:
    """Draw the chart with everything that belongs to it. The answer is the id chosen in the picture, once.

    `on_shown` hears which of the chart's own choices the visitor switched to, `on_first` what is to stand on top.

    `title` names the picture where several stand on a page, so that their tables can be told apart.
    `twin=False` is for pictures that are themselves real tables or lists: a second copy would only be noise.
    """
    chosen = None
    if chart.takeaway:
        st.markdown(f"**{chart.takeaway}**")
    if chart.markup is not None:
        chosen = show_picture(
            chart.markup,
            key=f"picture_{chart.key}",
            switch=chart.switch,
            spoken=chart.spoken,
            answers=chart.answers,
            on_shown=on_shown,
            on_first=on_first,
        )
    if twin:
        show_table(chart, words, title)
    return chosen if chosen in chart.choices else None


def show_figure(chart: Chart, words: Words) -> tuple[str, ...]:
    """Draw a figure to explore, with its table. The answer is the ids of the marks the visitor has picked in it."""
    event = st.plotly_chart(
        chart.figure,
        width="stretch",
        theme="streamlit",
        key=f"plotly_{chart.key}",
        alt=chart.alt,
        config=PLOTLY_CONFIG,
        on_select="rerun",
        selection_mode=("points", "box"),
    )
    show_table(chart, words)
    picked = [point.get("customdata") for point in event["selection"]["points"]]
    # Plotly wraps a single value in a list.
    ids = [str(value[0] if isinstance(value, list) else value) for value in picked]
    return tuple(dict.fromkeys(name for name in ids if name in chart.choices))


def show_table(chart: Chart, words: Words, title: str = "") -> None:
    """The chart's facts as a real table, one tap away, with the chart's words and source."""
    label = words("frame.table_named", picture=title) if title else words("frame.table_of")
    with st.expander(label, key=f"table_{chart.key}", on_change="rerun") as twin:
        if twin.open:
            st.caption(chart.alt)
            frame = pd.DataFrame(chart.table.rows, columns=list(chart.table.header))
            st.table(frame.set_index(chart.table.header[0]), alt=chart.alt)
            st.caption(words("frame.source_note", source=chart.source_note))
            _offer_files(chart, words)


def _offer_files(chart: Chart, words: Words) -> None:
    """The table as CSV, and a note beside it that says what it is, where it stands and which dataset it is from."""
    with st.container(horizontal=True):
        st.download_button(
            words("frame.table_csv"), table_csv(chart), file_name=f"ldn-{chart.key}.csv", mime="text/csv",
            key=f"csv_{chart.key}", on_click="ignore",
        )  # fmt: skip
        st.download_button(
            words("frame.table_note"), table_metadata(chart, load_dataset(), here()), file_name=f"ldn-{chart.key}.json",
            mime="application/json", key=f"json_{chart.key}", on_click="ignore",
        )  # fmt: skip
