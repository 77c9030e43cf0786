"""The same view in NiceGUI. `python -m bench.peers.nicegui_app PORT`."""

import sys

import plotly.graph_objects as go
from nicegui import ui

from bench.peers.view import CHOICES, COLUMNS, MATRIX, ROWS, TABLE, TITLE


def view() -> None:
    """One visitor's page."""

    def figure(choice: str) -> go.Figure:
        return go.Figure(go.Heatmap(z=MATRIX[choice], x=COLUMNS, y=ROWS))

    ui.html(f"<h1>{TITLE}</h1>", sanitize=False)
    matrix = ui.plotly(figure(CHOICES[0]))
    ui.radio(list(CHOICES), value=CHOICES[0], on_change=lambda event: matrix.update_figure(figure(event.value)))
    ui.table(rows=TABLE)


ui.page("/")(view)

if __name__ in {"__main__", "__mp_main__"}:
    ui.run(host="127.0.0.1", port=int(sys.argv[1]), show=False, reload=False)
