"""Streamlit with nothing but a title: the least a page of it can cost. `streamlit run bench/peers/bare_app.py`."""

import streamlit as st

st.title("Same view")
