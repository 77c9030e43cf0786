"""The same view in Dash. `python -m bench.peers.dash_app PORT`."""

import sys

import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

from bench.peers.view import CHOICES, COLUMNS, MATRIX, ROWS, TABLE, TITLE

app = Dash(__name__)
app.layout = html.Div(
    [
        html.H1(TITLE),
        dcc.RadioItems(list(CHOICES), CHOICES[0], id="choice"),
        dcc.Graph(id="matrix"),
        dash_table.DataTable(TABLE),
    ]
)


def draw(choice: str) -> go.Figure:
    """The matrix of a choice."""
    return go.Figure(go.Heatmap(z=MATRIX[choice], x=COLUMNS, y=ROWS))


app.callback(Output("matrix", "figure"), Input("choice", "value"))(draw)

if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
