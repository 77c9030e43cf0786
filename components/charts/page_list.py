"""The names of all pages, as links: the foot of every page."""

from collections.abc import Sequence

import htpy as h

from components.charts.look import picture


def page_list(pages: Sequence[tuple[str, str, str]], name: str) -> str:
    """Markup of the list called `name`, from (page's name, address, words) in the order of the menu."""
    links = (h.li[h.a(href=f"/{address}", data_choice=page)[label]] for page, address, label in pages)
    return picture(h.nav(aria_label=name)[h.p[h.strong[name]], h.ul(".pages")[links]])
