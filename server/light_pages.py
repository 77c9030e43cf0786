"""Light pages: the same facts and generated sentences as plain HTML, without a line of JavaScript.

For QR codes, old phones, printers, search engines and visitors without JavaScript. Built by the same pure picture
functions as the dashboard, once per page, and kept: the dataset does not change while the server runs.
"""

from collections.abc import Callable
from functools import cache, partial

import htpy as h
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from components.charts.answer import answer
from components.charts.effect_timeline import effect_timeline
from components.charts.icon_array import harm_twins
from components.charts.known_things import known_things
from components.charts.look import STYLE_SHEET, themes
from components.charts.matrix import matrix
from components.charts.outcome_labels import outcome_labels
from components.charts.safety_card import safety_card
from components.charts.study_list import study_list
from content.numbers import write_date, write_number
from content.text import Words, languages, load_words
from data.dataset import Dataset
from data.harms import reported_effects, timing, twins
from data.labels import label_of, labels
from data.load import load_dataset

PREFIX = "/l"
Section = tuple[str, h.Node]


def light_routes() -> list[Route]:
    """Addresses of all light pages: /l/en, /l/en/condition/fibromyalgia, /l/en/side-effects, /l/en/safety."""
    return [
        Route(PREFIX, _to_default),
        Route(PREFIX + "/{language}", partial(_answer, page="evidence")),
        Route(PREFIX + "/{language}/side-effects", partial(_answer, page="side-effects")),
        Route(PREFIX + "/{language}/safety", partial(_answer, page="safety")),
        Route(PREFIX + "/{language}/condition/{condition}", partial(_answer, page="condition")),
    ]


async def _to_default(request: Request) -> Response:
    return RedirectResponse(f"{PREFIX}/{languages()[0]}")


async def _answer(request: Request, page: str) -> Response:
    language = request.path_params["language"]
    condition = request.path_params.get("condition", "")
    known = language in languages() and (not condition or condition in load_dataset().condition_by_id)
    if not known:
        return RedirectResponse(f"{PREFIX}/{languages()[0]}")
    return HTMLResponse(light_page(page, language, condition), headers={"cache-control": "public, max-age=3600"})


@cache
def light_page(page: str, language: str, condition: str = "") -> str:
    """One whole page as HTML. The keys are page, language and condition, all from our own lists, so this is bounded."""
    words, dataset = load_words(language), load_dataset()
    if page == "condition":
        title = words(f"conditions.{condition}.name")
        live = f"/condition?condition={condition}"
        sections = _condition(dataset, condition, words)
    else:
        make: Callable[[Dataset, Words], list[Section]] = _PAGES[page]
        title = words({"evidence": "evidence.title", "side-effects": "effects.title", "safety": "safety.title"}[page])
        live = f"/{page}"
        sections = make(dataset, words)
    path = f"{PREFIX}/{language}" + (
        f"/condition/{condition}" if condition else "" if page == "evidence" else f"/{page}"
    )
    return str(_document(title, sections, words, dataset, path=path, live=live))


def _condition(dataset: Dataset, condition: str, words: Words) -> list[Section]:
    label = label_of(dataset, condition)
    warning = f"conditions.{condition}.warning"
    first = [h.p[words(f"conditions.{condition}.about")]]
    if words.has(warning):
        first.append(h.p(".warning", role="alert")[words(warning)])
    sections: list[Section] = [("", [first, Markup(answer(label, words).markup)])]
    by_outcome = outcome_labels(dataset, condition, words)
    if by_outcome is not None:
        sections.append(
            (words("condition.outcomes"), [h.p[words("condition.outcomes_note")], Markup(by_outcome.markup)])
        )
    about = [study for study in dataset.studies if condition in study.conditions]
    if about:
        ordered = sorted(about, key=lambda study: -(study.citation.year or 0))
        chart = study_list("light-studies", ordered, words, condition=condition)
        sections.append((words("studies.title"), Markup(chart.markup)))
    else:
        sections.append((words("studies.title"), h.p[words("condition.no_studies")]))
    key = "condition.no_ldn_compared" if label.compared else "condition.no_ldn_unknown"
    sections.append((words("condition.no_ldn"), h.p[words(key)]))
    return sections


def _evidence(dataset: Dataset, words: Words) -> list[Section]:
    chart = matrix(dataset, labels(dataset), words, version=dataset.release.version)
    markup = str(chart.markup).replace('href="condition?condition=', f'href="{PREFIX[1:]}/{words.language}/condition/')
    return [("", [h.p[h.b[chart.takeaway]], Markup(markup), h.p[words("evidence.low_only")]])]


def _side_effects(dataset: Dataset, words: Words) -> list[Section]:
    effects = reported_effects(dataset)
    counted = [twin for effect in effects for twin in twins(dataset, effect)]
    timeline = effect_timeline(
        [timing(dataset, effect) for effect in effects], None, words, source=words("effects.title")
    )
    return [
        ("", [h.p[words("effects.gist")], h.ol[(h.li[text] for text in known_things(dataset, words))]]),
        (
            words("effects.totals"),
            [h.p[words("effects.totals_takeaway")], Markup(harm_twins("light", counted, words).markup)],
        ),
        (words("effects.timeline"), [h.p[h.b[timeline.takeaway]], Markup(timeline.markup)]),
    ]


def _safety(dataset: Dataset, words: Words) -> list[Section]:
    call = h.p(".warning")[words("safety.call")]
    return [("", [h.p[words("safety.gist")], call, Markup(safety_card(dataset, words).markup)])]


_PAGES: dict[str, Callable[[Dataset, Words], list[Section]]] = {
    "evidence": _evidence,
    "side-effects": _side_effects,
    "safety": _safety,
}


def _document(
    title: str, sections: list[Section], words: Words, dataset: Dataset, *, path: str, live: str
) -> h.Element:
    root = f"{PREFIX}/{words.language}"
    links = {root: "nav.evidence", f"{root}/side-effects": "nav.effects", f"{root}/safety": "nav.safety"}
    return h.html(lang=words.language)[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.title[f"{title} · {words('app.name')}"],
            h.meta(name="description", content=words("app.gist")),
            # Links inside pictures are written from the root, as the dashboard needs them.
            h.base(href="/"),
            h.link(rel="canonical", href=path),
            h.link(rel="icon", href="/app/static/icon.svg"),
            h.style[Markup(_style())],
        ],
        h.body[
            h.header[
                h.nav(aria_label=words("frame.all_pages"))[(h.a(href=href)[words(key)] for href, key in links.items())]
            ],
            h.main[h.h1[title], (_section(heading, body) for heading, body in sections)],
            h.footer[
                h.p[h.b[words("frame.not_advice")]],
                h.p[_version(dataset, words), " ", words("frame.footer_review")],
                h.p[words("frame.footer_funding"), " ", words("frame.footer_licence")],
                h.p(".live")[h.a(href=live)[words("light.live")]],
            ],
        ],
    ]


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
def _style() -> str:
    light, dark = ("".join(f"{name}:{value};" for name, value in theme.items()) for theme in themes())
    return (
        f":root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}{_BASE}{STYLE_SHEET.read_text('utf-8')}"
    )


_BASE = """
@font-face{font-family:'Atkinson Hyperlegible Next';font-display:swap;
src:url(/app/static/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2) format('woff2')}
@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:700;font-display:swap;
src:url(/app/static/fonts/atkinson-hyperlegible-next-latin-700-normal.woff2) format('woff2')}
body{font:18px/1.5 var(--st-font);color:var(--st-text-color);background:var(--st-background-color);
max-width:68rem;margin:0 auto;padding:1rem}
a{color:var(--st-link-color)}
nav{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
nav a{display:inline-block;min-height:2.75rem;line-height:2.75rem}
.warning{border:3px solid var(--st-red-color);border-radius:.5rem;padding:.7rem 1rem;font-weight:700}
footer{margin-top:2.5rem;padding-top:1rem;border-top:1px solid;font-size:.9rem}
@media print{nav,.live{display:none}body{font-size:12pt;background:#fff;color:#000}a{color:inherit}
.studies>li,.twin,.answer3{break-inside:avoid}}
"""
