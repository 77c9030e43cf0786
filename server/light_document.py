"""The frame of a light page: head, menu, footer, look and print style, with no script."""

from functools import cache

import htpy as h
from markupsafe import Markup

from components.charts.look import STYLE_SHEET, print_style, themes
from components.charts.terms import with_meanings
from components.ui.public import LIGHT, absolute, public_url
from content.numbers import write_date, write_number
from content.text import Words
from data.dataset import Dataset
from server.told_pages import Section
from server.worn_style import worn_style


def document_head(title: str, gist: str, words: Words, paths: dict[str, str]) -> h.Fragment:
    """Title, description, the page's own address in each language, and what a shared link shows.

    Without `paths` it is a page with no address of its own, which no search engine is to keep.
    """
    name = f"{title} · {words('app.name')}"
    shared = {
        "og:type": "article", "og:title": name, "og:description": gist, "og:locale": words.language,
        "og:site_name": words("app.name"),
    }  # fmt: skip
    # Half an address says nothing to the site where the link is shared.
    if public_url() and paths:
        shared |= {"og:url": absolute(paths[words.language]), "og:image": absolute("/app/static/share.png")}
    return h.fragment[
        h.meta(charset="utf-8"),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.title[name],
        h.meta(name="description", content=gist),
        (h.meta(property=key, content=value) for key, value in shared.items()),
        h.meta(name="twitter:card", content="summary_large_image"),
        h.link(rel="canonical", href=absolute(paths[words.language]))
        if paths
        else h.meta(name="robots", content="noindex"),
        (h.link(rel="alternate", hreflang=name, href=absolute(path)) for name, path in paths.items()),
        h.link(rel="icon", href="/app/static/icon.svg"),
    ]


def light_document(
    title: str, sections: list[Section], words: Words, dataset: Dataset, *, head: h.Fragment, live: str
) -> h.Element:
    """The whole page; glossary terms in it open their meaning, and `live` leads to the dashboard's own page."""
    root = f"{LIGHT}/{words.language}"
    links = {
        root: "nav.evidence", f"{root}/side-effects": "nav.effects", f"{root}/safety": "nav.safety",
        f"{root}/practical": "nav.practical",
        f"{root}/how": "nav.how", f"{root}/claims": "claims_page.title", f"{root}/questions": "nav.questions",
        f"{root}/background": "nav.background", f"{root}/stories": "nav.stories", f"{root}/research": "nav.research",
    }  # fmt: skip
    body = str(
        h.body[
            h.header(id="top", tabindex="-1")[
                h.p(".skip")[h.a(href="#main")[words("light.skip")]],
                # The page itself comes first: on a phone the whole menu would push it out of sight.
                h.p(".shortcuts")[
                    h.a(href=f"{root}/safety")[words("frame.safety_link")], h.a(href="#pages")[words("frame.all_pages")]
                ],
            ],
            h.main(id="main", tabindex="-1")[
                Markup(
                    with_meanings(
                        str(h.fragment[h.h1[title], (_section(heading, body) for heading, body in sections)]),
                        words,
                        "meaning",
                    )
                )
            ],
            h.nav(id="pages", tabindex="-1", aria_label=words("frame.all_pages"))[
                (h.a(href=href)[words(key)] for href, key in links.items())
            ],
            h.footer[
                h.p[h.b[words("frame.not_advice")]],
                h.p[_version(dataset, words), " ", words("frame.footer_review")],
                h.p[words("frame.footer_funding"), " ", words("frame.footer_licence")],
                h.p(".live")[h.a(href=live)[words("light.live")]],
            ],
            h.p(".up")[h.a(href="#top")[words("frame.to_top")]],
        ]
    )
    return h.html(lang=words.language)[h.head[head, h.style[Markup(worn_style(full_style(), body))]], Markup(body)]


def _section(heading: str, body: h.Node) -> h.Element:
    return h.section[h.h2[heading] if heading else None, body]


def _version(dataset: Dataset, words: Words) -> str:
    release = dataset.release
    return words(
        "frame.footer_version",
        version=release.version,
        checked=write_date(release.checked, words.language),
        studies=write_number(len(dataset.studies), words.language),
    )


@cache
def full_style() -> str:
    """All that any light page may wear: the two themes, the page itself, every picture, paper."""
    light, dark = ("".join(f"{name}:{value};" for name, value in theme.items()) for theme in themes())
    return (
        f":root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}{_BASE}{STYLE_SHEET.read_text('utf-8')}"
        f"{print_style()}"
    )


# The letters are the visitor's own: ours would hold back the page for three more requests, and move the lines when they
# arrive. Parts below the first screen are laid out when they come near it.
_BASE = """
@media screen{main>section:nth-of-type(n + 3){content-visibility:auto;contain-intrinsic-size:auto 40rem}}
body{font:18px/1.5 var(--st-font);color:var(--st-text-color);background:var(--st-background-color);
max-width:68rem;margin:0 auto;padding:1rem}
a{color:var(--st-link-color)}
nav,.shortcuts{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
nav{margin-top:2.5rem}
.shortcuts{margin:0}
.cards{display:grid;gap:1rem}
@container(min-width:46.01rem){main .mx:not(.by-outcome) td:nth-child(2){width:24%}}
.art *{animation:none!important}
nav a,.shortcuts a{display:inline-block;min-height:2.75rem;line-height:2.75rem}
.warning{border:3px solid var(--st-red-color);border-radius:.5rem;padding:.7rem 1rem;font-weight:700}
.live a{display:inline-block;min-height:2.75rem;line-height:2.75rem;margin-right:.9rem}
body{position:relative}
.skip{margin:0}
.skip a{position:absolute;left:1rem;top:-4rem;z-index:1;padding:.6rem .9rem;background:var(--st-background-color);
border:2px solid}
.skip a:focus{top:.3rem}
.up{position:absolute;top:200vh;bottom:0;right:.75rem;margin:0;overflow:clip;pointer-events:none}
.up a{position:sticky;top:calc(100vh - 4rem);display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .9rem;
border:2px solid;border-radius:1.4rem;background:var(--st-background-color);font-weight:700;text-decoration:none;
pointer-events:auto}
.up a::before{content:"↑";content:"↑" / "";margin-right:.35rem}
footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid;font-size:.9rem}
@media print{@page{margin:14mm 12mm}html{font-size:12.5px}
nav,.shortcuts,.live,.up,.skip{display:none}body{font-size:11pt;background:#fff;color:#000;padding:0}a{color:inherit}
h2,h3,h4,.mx .group{break-after:avoid}
span>a[href^="http"]{overflow-wrap:anywhere}
span>a[href^="http"]::after{content:" (" attr(href) ")";content:" (" attr(href) ")" / ""}}
"""
