"""The same view in Panel. `python -m bench.peers.panel_app PORT`."""

import sys

import pandas as pd
import panel as pn
import plotly.graph_objects as go

from bench.peers.view import CHOICES, COLUMNS, MATRIX, ROWS, TABLE, TITLE

pn.extension("plotly")


def view() -> pn.Column:
    """One visitor's page."""
    choice = pn.widgets.RadioBoxGroup(options=list(CHOICES), value=CHOICES[0])

    def draw(chosen: str) -> pn.pane.Plotly:
        return pn.pane.Plotly(go.Figure(go.Heatmap(z=MATRIX[chosen], x=COLUMNS, y=ROWS)))

    return pn.Column(f"# {TITLE}", choice, pn.bind(draw, choice), pn.pane.DataFrame(pd.DataFrame(TABLE)))


if __name__ == "__main__":
    pn.serve(view, port=int(sys.argv[1]), address="127.0.0.1", show=False)
