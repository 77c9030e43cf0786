"""Choices live in the address as language-free ids. A bad value falls back with a plain note, never an error."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode, urlsplit

import streamlit as st

from components.ui.public import absolute, public_url
from content.text import Words

SHOWN_LENGTH = 40
# Where the visit keeps the address of the page it is on.
SLUG = "frame_slug"


def choice_in_address(
    name: str, allowed: Sequence[str], default: str, words: Words, shown: Callable[[str], str] | None = None
) -> str:
    """The id under `name` in the address if it is allowed, else `default` with a note saying so."""
    given = st.query_params.get(name)
    if given is None:
        return default
    if given.lower() in allowed:
        return given.lower()
    note_unknown(given, "" if not default else shown(default) if shown else default, words)
    return default


def note_unknown(given: str, label: str, words: Words) -> None:
    """Say that the address asked for something that is not here, and what is shown instead: the list, if nothing is."""
    instead = label or words("frame.nothing_chosen")
    st.info(words("frame.unknown_choice", given=_plain(given), shown=instead))


def follow_address(
    name: str, key: str, allowed: Sequence[str], default: str, words: Words, shown: Callable[[str], str] | None = None
) -> str:
    """The choice held under `key`, taken anew from the address whenever that has changed: first visit, Back, a link."""
    in_address = st.query_params.get(name, "")
    if key not in st.session_state or st.session_state.get(_seen(key)) != in_address:
        st.session_state[key] = choice_in_address(name, allowed, default, words, shown)
        st.session_state[_seen(key)] = in_address
    return str(st.session_state[key])


def remember(name: str, key: str, default: str) -> None:
    """Write the choice held under `key` into the address; the default leaves no trace in it."""
    value = str(st.session_state[key])
    if value == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value
    st.session_state[_seen(key)] = st.query_params.get(name, "")


def put(name: str, key: str, value: str, default: str) -> None:
    """Hold a choice under `key` and write it into the address."""
    st.session_state[key] = value
    remember(name, key, default)


def here() -> str:
    """The address of what is on screen, public where the public address is known."""
    query = urlencode(st.query_params.to_dict())
    # Streamlit's own address of a page cuts "search" out of "research".
    path = st.session_state.get(SLUG, "")
    return absolute(f"/{path}{f'?{query}' if query else ''}")


def full_address() -> str:
    """The address of what is on screen with its host: the public one where it is known, else the visitor's own."""
    asked = urlsplit(st.context.url or "")
    return here() if public_url() or not asked.netloc else f"{asked.scheme}://{asked.netloc}{here()}"


def _seen(key: str) -> str:
    return f"{key}_in_address"


def _plain(text: str) -> str:
    """A stranger's text, short, and letters, digits and hyphens only: no link, no markup can come of it."""
    kept = "".join(character for character in text if character.isalnum() or character in " -")
    return (kept[:SHOWN_LENGTH] + ("…" if len(kept) > SHOWN_LENGTH else "")).strip() or "…"
