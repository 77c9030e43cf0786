"""A tap on a link in a picture leads to the page the link's own address names, on every page, in every picture."""

import json
from functools import cache
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from components.ui.registry import PAGES, page_at
from tests.components.charts.markup import parse, with_attribute
from tests.views.visit import address, pictures, visit

RECORDS = {"condition": {"condition": "fibromyalgia"}, "study": {"study": "duebruun-2024-fibromyalgia"}}
# Finds something of every kind.
SEARCHED = "sleep liver placebo fibromyalgia"


def tap(at: AppTest, picture: str, choice: str) -> AppTest:
    """Tap a link, as the picture's script in the browser tells the server."""
    [mounted] = [one for one in at.get("bidi_component") if one.proto.id.endswith(f"-picture_{picture}")]
    told = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{mounted.proto.id}__events")
    told.json_trigger_value = json.dumps([{"event": "chosen", "value": choice}])
    states = at._tree.get_widget_states()
    states.widgets.append(told)
    return at._run(states)


def one_of_each_kind(markup: str) -> dict[str, str]:
    """Choice -> address, for the last link to each page the picture leads to."""
    links = with_attribute(parse(markup), "data-choice")
    last = {urlsplit(link.attrib["href"]).path: link for link in links}
    return {link.attrib["data-choice"]: link.attrib["href"] for link in last.values()}


def opened(page: str) -> AppTest:
    """The page as a visitor sees it who has something to tap."""
    at = visit(page, **RECORDS.get(page, {}))
    return at.text_input(key="search_text").input(SEARCHED).run() if page == "search" else at


@cache
def title_at(page: str, query: str) -> str:
    """The title of the page at an address."""
    return str(visit(page, **dict(parse_qsl(query))).title[0].value)


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_a_tap_opens_what_the_link_says(page: str) -> None:
    drawn = pictures(opened(page))
    assert drawn
    for picture, markup in drawn.items():
        for choice, href in one_of_each_kind(markup).items():
            wanted = urlsplit(href)
            at = tap(opened(page), picture, choice)
            assert not at.exception
            assert at.title[0].value == title_at(page_at(wanted.path.strip("/")).name, wanted.query), (picture, choice)
            told = dict(parse_qsl(wanted.query))
            # A cell opens a window over its own page, where the address keeps to what was shown there.
            told.pop("lens", None)
            assert address(at) == told, (picture, choice)
