"""The same view in Streamlit and Plotly as they come. `streamlit run bench/peers/streamlit_app.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from bench.peers.view import CHOICES, COLUMNS, MATRIX, ROWS, TABLE, TITLE

st.title(TITLE)
choice = st.radio("Choice", CHOICES)
st.plotly_chart(go.Figure(go.Heatmap(z=MATRIX[choice], x=COLUMNS, y=ROWS)))
st.table(pd.DataFrame(TABLE))
