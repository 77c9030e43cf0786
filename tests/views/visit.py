"""Opens a page the way a visitor does, through app.py, and reads what stands on it."""

import html
import json
import re
from pathlib import Path
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import HeadingBase, Markdown

from components.ui.registry import page_of
from tests.components.charts.markup import parse, text_of

APP = Path(__file__).parents[2] / "app.py"


def visit(page: str = "home", **choices: str) -> AppTest:
    """The page with these choices in its address, in a new session."""
    at = AppTest.from_file(str(APP), default_timeout=60).run()
    return at if page == "home" and not choices else turn_to(at, page, **choices)


def turn_to(at: AppTest, page: str, **choices: str) -> AppTest:
    """Another page in the same session, as by the menu: a new address, the same memory."""
    for name in list(at.query_params):
        del at.query_params[name]
    for name, value in choices.items():
        at.query_params[name] = value
    return at.switch_page(page_of(page).path).run()


def address(at: AppTest) -> dict[str, str]:
    """The choices in the address."""
    return {name: value[0] if isinstance(value, list) else value for name, value in at.query_params.items()}


def pictures(at: AppTest) -> dict[str, str]:
    """Markup of the pictures shown, by the chart's key."""
    return {key: data["markup"] for key, data in picture_data(at).items()}


def picture_data(at: AppTest) -> dict[str, Any]:
    """What the pictures were given, by the chart's key."""
    return {
        element.proto.id.rsplit("-picture_", 1)[1]: json.loads(element.proto.json)
        for element in at.get("bidi_component")
        if "-picture_" in element.proto.id
    }


def parts_shown(data: dict[str, Any]) -> list[str]:
    """The parts of a picture that the choice it shows names, in order."""
    parts: str = data["arrangements"][data["choices"].index(data["shown"])]
    return parts.split(" ")


def options_of(at: AppTest, key: str) -> dict[str, str]:
    """What a list offers: id -> text."""
    markup = parse(json.loads(_list(at, key).proto.json)["markup"])
    return {option.attrib["value"]: text_of(option) for option in markup.iter("option")}


def chosen_in(at: AppTest, key: str) -> str:
    """What a list shows."""
    return str(json.loads(_list(at, key).proto.json)["shown"])


def choose_in(at: AppTest, key: str, value: str) -> AppTest:
    """Choose in a list, as its script in the browser tells the server."""
    assert value in options_of(at, key)
    told = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{_list(at, key).proto.id}__events")
    told.json_trigger_value = json.dumps([{"event": "shown", "value": {"choice": value, "number": 1}}])
    states = at._tree.get_widget_states()
    states.widgets.append(told)
    return at._run(states)


def _list(at: AppTest, key: str) -> Any:
    [found] = [element for element in at.get("bidi_component") if element.proto.id.endswith(f"-choose_{key}")]
    return found


def links(at: AppTest) -> list[str]:
    """Labels of the links to other pages, in order, without the list of all pages at the foot."""
    return [element.proto.label for element in at.get("page_link")]


def headings(at: AppTest) -> list[str]:
    """The headings below the title, in order: those on their own and those inside prose."""
    found: list[str] = []
    for element in at.main:
        if isinstance(element, HeadingBase) and element.type != "title":
            found.append(element.value)
        elif isinstance(element, Markdown):
            found += re.findall(r"^##+ (.+)$", element.value, flags=re.MULTILINE)
    return found


def foot(at: AppTest) -> dict[str, str]:
    """The list of all pages at the foot: address -> words."""
    found = re.findall(r'<a href="([^"]*)" data-choice="[^"]*">([^<]*)</a>', pictures(at)["pages"])
    return {address: html.unescape(words) for address, words in found}


def said(at: AppTest) -> str:
    """Everything the page says outside of its pictures and tables."""
    kinds: list[Any] = [at.title, at.header, at.subheader, at.markdown, at.caption, at.info, at.warning, at.error]
    return "\n".join([element.value for kind in kinds for element in kind] + links(at))
