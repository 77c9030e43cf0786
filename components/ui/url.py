"""Choices live in the address as language-free ids. A bad value falls back with a plain note, never an error."""

from collections.abc import Callable, Sequence

import streamlit as st

from content.text import Words

SHOWN_LENGTH = 40


def choice_in_address(
    name: str, allowed: Sequence[str], default: str, words: Words, shown: Callable[[str], str] | None = None
) -> str:
    """The id under `name` in the address if it is allowed, else `default` with a note saying so."""
    given = st.query_params.get(name)
    if given is None:
        return default
    if given.lower() in allowed:
        return given.lower()
    label = shown(default) if shown else default
    st.info(words("frame.unknown_choice", given=_plain(given), shown=label or words("frame.all_shown")))
    return default


def choose(
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    words: Words,
    *,
    shown: Callable[[str], str],
    key: str,
) -> str:
    """A select box whose choice is an id in the address: read from it at first, written back on change."""
    if key not in st.session_state:
        st.session_state[key] = choice_in_address(name, options, default, words, shown)
    if st.session_state[key] not in options:
        st.session_state[key] = default
    st.selectbox(label, options, key=key, format_func=shown, on_change=_write, args=(name, key, default))
    return str(st.session_state[key])


def remember(name: str, value: str, default: str) -> None:
    """Write a choice into the address; the default leaves no trace in it."""
    if value == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def _write(name: str, key: str, default: str) -> None:
    remember(name, str(st.session_state[key]), default)


def _plain(text: str) -> str:
    """A stranger's text, short and without anything Markdown or HTML would act on."""
    kept = "".join(character for character in text if character.isalnum() or character in " -_.,")
    return kept[:SHOWN_LENGTH] + ("…" if len(kept) > SHOWN_LENGTH else "")
