"""Headings and text that follow one another, written as one piece: each piece more costs every visit.

Streamlit sets up every element on its own, about two milliseconds on a desktop and ten on an old phone.
"""

import streamlit as st


def heading(text: str) -> str:
    """A heading inside prose, as large as `st.header` makes it."""
    return f"## {text}"


def write(*parts: str) -> None:
    """Parts of prose in Markdown, one under the other."""
    st.markdown("\n\n".join(parts), anchors=False)


def bullets(*points: str) -> str:
    """A list inside prose."""
    return "\n".join(f"- {point}" for point in points)
