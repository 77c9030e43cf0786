"""Light pages: the same facts and generated sentences as plain HTML, without a line of JavaScript.

For QR codes, old phones, printers, search engines and visitors without JavaScript. Built by the same pure picture
functions as the dashboard, once per page, and kept: the dataset does not change while the server runs.
"""

from collections.abc import Callable, Iterator
from functools import cache

import htpy as h
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from components.charts.answer import answer
from components.charts.claim_list import claim_list
from components.charts.claim_switch import all_told
from components.charts.claim_words import said
from components.charts.effect_lenses import symptoms
from components.charts.effect_responses import effect_responses
from components.charts.effect_timeline import effect_timeline
from components.charts.forest import forest
from components.charts.harm_groups import harm_groups
from components.charts.icon_array import gain_twins
from components.charts.known_things import known_things
from components.charts.lone_counts import lone_count_list
from components.charts.look import picture
from components.charts.matrix import matrix
from components.charts.other_ratings import other_ratings
from components.charts.outcome_labels import judged_outcomes, outcome_labels
from components.charts.phrases import describe_direction, describe_size, verdict
from components.charts.practical import hours, judgements, questions, schedules
from components.charts.printed_references import printed_references
from components.charts.safety_card import safety_card
from components.charts.safety_facts import safety_facts
from components.charts.signal_history import FEWEST_IN_HISTORY, signal_history
from components.charts.story import step_card
from components.charts.study_list import flags, study_list
from components.charts.study_tables import study_effects, study_facts, study_results
from components.prints.paper import Ink, Paper
from components.prints.ready_made import CARD, DIARY, ReadyMade
from components.ui.condition_pictures import MOST_CARDS, MOST_PANELS
from components.ui.public import LIGHT, light_path, print_path
from content.numbers import write_number
from content.text import Words, languages, load_words
from data.dataset import Dataset
from data.effects import not_drawn, panels
from data.evidence import models_of
from data.gains import gains
from data.harms import Choice, all_lone_counts, all_twins
from data.labels import Label, label_of, labels
from data.load import load_dataset
from data.models.practice import NOT_ON_SAFETY, Claim, SafetyTopic
from data.models.study import Study
from data.naming import short_name, with_names
from server.compression import compressed, encoding_for
from server.light_document import document_head, light_document
from server.told_pages import Section, background_sections, questions_sections, research_sections, stories_sections

HOUR = {"cache-control": "public, max-age=3600"}


def light_routes() -> list[Route]:
    """Addresses of all light pages: /l/en, /l/en/condition/fibromyalgia, /l/en/study/..., ..."""
    return [Route(LIGHT, _to_default), Route(LIGHT + "/{address:path}", _answer)]


async def _to_default(_: Request) -> Response:
    return RedirectResponse(f"{LIGHT}/{languages()[0]}")


async def _answer(request: Request) -> Response:
    """The page; one typed with a slash or capitals leads to its only address, any other says it is not here."""
    asked = "/".join((LIGHT, *filter(None, request.path_params["address"].split("/"))))
    if asked == LIGHT:
        return await _to_default(request)
    path = _by_small_letters().get(asked.lower())
    if path is None:
        language = asked.split("/")[2].lower()
        return _sent(missing_page(language if language in languages() else languages()[0]), request, status=404)
    if f"{LIGHT}/{request.path_params['address']}" != path:
        return RedirectResponse(path, status_code=301, headers=HOUR)
    return _sent(light_page(*_page_at()[path]), request)


def _sent(page: str, request: Request, status: int = 200) -> Response:
    encoding = encoding_for(request.headers.get("accept-encoding", ""))
    headers = {"vary": "accept-encoding", **(HOUR if status == 200 else {})}
    if encoding:
        headers["content-encoding"] = encoding
    return HTMLResponse(compressed(page.encode(), encoding), status_code=status, headers=headers)


@cache
def _page_at() -> dict[str, tuple[str, str, str]]:
    """Page, language and record of each address."""
    return {light_path(*named): named for language in languages() for named in _named(language)}


@cache
def _by_small_letters() -> dict[str, str]:
    return {path.lower(): path for path in _page_at()}


def _named(language: str) -> list[tuple[str, str, str]]:
    """Every page by name, language and record."""
    dataset = load_dataset()
    return [
        *((page, language, "") for page in _TITLES),
        *(("condition", language, record.id) for record in dataset.conditions),
        *(("study", language, record.id) for record in dataset.studies),
    ]


def light_addresses() -> Iterator[dict[str, str]]:
    """Every light page, as its address in each language."""
    for page, _, record in _named(languages()[0]):
        yield {language: light_path(page, language, record) for language in languages()}


@cache
def light_page(page: str, language: str, record: str = "") -> str:
    """One whole page as HTML. Its keys are page, language and record, all from our own lists, so this is bounded."""
    words, dataset = load_words(language), load_dataset()
    live = f"/{page}?{page}={record}" if record else f"/{page}"
    gist = words("app.gist")
    if page == "condition":
        title, sections = words(f"conditions.{record}.name"), _condition(dataset, record, words)
        gist = verdict(label_of(dataset, record), words(f"conditions.{record}.inline"), words)
    elif page == "study":
        study = dataset.study_by_id[record]
        title, sections, gist = short_name(study), _study(study, dataset, words), study.plain
    else:
        title, sections = words(_TITLES[page]), _PAGES[page](dataset, words)
    paths = {name: light_path(page, name, record) for name in languages()}
    head = document_head(title, gist, words, paths)
    document = str(light_document(title, sections, words, dataset, head=head, live=live))
    return _within_light_pages(document, paths[language], language)


@cache
def missing_page(language: str) -> str:
    """What stands at an address without a page: that it is not here, and what is. It never repeats what was asked."""
    words, dataset = load_words(language), load_dataset()
    title, sentence = words("light.missing_title"), words("light.missing")
    sections = [("", h.p[sentence]), *_evidence(dataset, words)]
    document = light_document(
        title, sections, words, dataset, head=document_head(title, sentence, words, {}), live="/evidence"
    )
    return _within_light_pages(str(document), "", language)


def _within_light_pages(document: str, own_path: str, language: str) -> str:
    """Links of the dashboard turned into those of the light pages, which hold the same."""
    changed = {f'href="{kind}?{kind}=': f'href="{LIGHT}/{language}/{kind}/' for kind in ("condition", "study")}
    changed['href="claims?claim='] = f'href="{light_path("claims", language)}#'
    changed['href="questions?question='] = f'href="{light_path("questions", language)}#'
    changed |= {f'<a href="{name}"': f'<a href="{light_path(name, language)}"' for name in _TITLES}
    # An anchor of the page itself stays in it, whatever stands before the page's path.
    changed[f'href="{own_path}#'] = 'href="#'
    for live, light in changed.items():
        document = document.replace(live, Markup(light))
    return document


def _study(study: Study, dataset: Dataset, words: Words) -> list[Section]:
    """One study: what was found first, then its facts, results, side effects, and what we read."""
    result = next((r for r in study.results if r.id == study.main_result), None)
    first: list[h.Node] = [h.p(".warning")[flag] for flag in flags(study, words)]
    first.append(h.p[h.b[study.plain]])
    if result is not None:
        way, size = describe_direction(study, result, words), describe_size(study, result, words)
        first.append(h.p[f"{words('direction.label')}: ", h.b[way], h.br, f"{words('size.label')}: ", h.b[size]])
    sections: list[Section] = [("", first), (words("study.facts"), Markup(study_facts(study, words).markup))]
    sections.append((words("study.weakness"), h.ul[(h.li[text] for text in study.weaknesses)]))
    if study.results:
        sections.append((words("study.other_results"), Markup(study_results(study, words).markup)))
    if study.side_effects:
        sections.append((words("study.effects"), Markup(study_effects(study, words).markup)))
    read = [
        h.li[
            h.a(href=source.url)[source.url],
            h.br,
            words(f"depth.{source.depth}"),
            f" · {source.via}" if source.via else "",
        ]
        for source in study.sources
    ]
    status = f"{words('study.integrity')}: {words(f'integrity.{study.integrity.status}')}"
    sections.append((words("study.sources"), [h.ul[read], h.p[status]]))
    if study.notes:
        notes = [h.li[with_names(note, dataset.study_by_id)] for note in study.notes]
        sections.append((words("study.notes"), h.ul[notes]))
    return sections


def _condition(dataset: Dataset, condition: str, words: Words) -> list[Section]:
    label = label_of(dataset, condition)
    warning = f"conditions.{condition}.warning"
    # A warning stands before everything, also before what the condition is.
    first = [h.p(".warning", role="alert")[words(warning)]] if words.has(warning) else []
    first.append(h.p[words(f"conditions.{condition}.about")])
    sections: list[Section] = [("", [first, Markup(answer(label, words).markup), _to_print(condition, words)])]
    rated = [rating for rating in dataset.ratings if rating.condition == condition]
    if rated:
        drawn = Markup(other_ratings(rated, dataset, words).markup)
        sections.append((words("condition.ratings"), [h.p[words("condition.ratings_note")], drawn]))
    sections += _pictures(dataset, label, words)
    if judged_outcomes(dataset, condition):
        by_outcome = outcome_labels(dataset, condition, words)
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
    models = models_of(dataset.studies, condition)
    if models:
        chart = study_list("light-models", models, words)
        sections.append((words("condition.models"), [h.p[words("condition.models_note")], Markup(chart.markup)]))
    if label.unpublished:
        silent = "condition.silent_one" if label.unpublished == 1 else "condition.silent"
        sections.append(("", h.p[words(silent, n=write_number(label.unpublished, words.language))]))
    heard = [claim for claim in dataset.claims if condition in claim.conditions]
    if heard:
        sections.append((words("claims_page.about_condition"), h.ul[(_heard(claim, words) for claim in heard)]))
    key = "condition.no_ldn_compared" if label.compared else "condition.no_ldn_unknown"
    sections.append((words("condition.no_ldn"), h.p[words(key)]))
    return sections


def _to_print(subject: str, words: Words) -> h.Element:
    """Links to the same on paper. A file host has none of them, so they go with what needs the server."""
    kind = subject if subject in (CARD, DIARY) else "condition"
    links = [
        h.a(href=print_path(words.language, ReadyMade(subject, paper, ink).name))[words(f"prints.on.{paper}-{ink}")]
        for paper in Paper
        for ink in Ink
    ]
    return h.p(".live")[words(f"prints.get.{kind}"), ": ", h.fragment[(h.fragment[link, " "] for link in links)]]


def _heard(claim: Claim, words: Words) -> h.Element:
    verdict_word = words(f"verdicts.{claim.verdict}")
    return h.li[h.a(href=f"claims?claim={claim.id}")[said(claim, "claim", words)], f" ({verdict_word})"]


def _pictures(dataset: Dataset, label: Label, words: Words) -> list[Section]:
    """People in 100, the signal history and the forest plots, as far as there are any."""
    sections: list[Section] = []
    found = gains(dataset, label.condition)[:MOST_CARDS]
    if found:
        drawn = Markup(gain_twins("gains", found, words).markup)
        sections.append((words("condition.gains"), [h.p[words("condition.gains_takeaway")], drawn]))
    if sum(study.citation.year is not None for study in label.studies) >= FEWEST_IN_HISTORY:
        history = signal_history(label, words)
        note = h.p[h.b[history.takeaway], " ", words("condition.history_note")]
        sections.append((words("condition.history"), [note, Markup(history.markup)]))
    effects = panels(dataset, label.condition)[:MOST_PANELS]
    if effects:
        plots = [Markup(forest(panel, words, key=f"light-{n}").markup) for n, panel in enumerate(effects)]
        silent = ", ".join(short_name(study) for study in not_drawn(dataset, label.condition))
        left_out = h.p[words("condition.effects_not_drawn", studies=silent)] if silent else None
        sections.append((words("condition.effects_shown"), [h.p[words("condition.effects_guide")], left_out, plots]))
    return sections


def _evidence(dataset: Dataset, words: Words) -> list[Section]:
    # The dashboard's rows open a card with the size; ours cannot.
    chart = matrix(dataset, labels(dataset), words, version=dataset.release.version, sized=True)
    return [("", [h.p[h.b[chart.takeaway]], Markup(chart.markup), h.p[words("evidence.low_only")]])]


def _side_effects(dataset: Dataset, words: Words) -> list[Section]:
    counted = harm_groups("light", dataset, all_twins(dataset), words)
    alone = all_lone_counts(dataset, Choice())
    found = symptoms(dataset)
    timeline = effect_timeline(found, None, words, source=words("effects.title"))
    ways = effect_responses(dataset, words)
    return [
        ("", [h.p[words("effects.gist")], h.ol[(h.li[text] for text in known_things(dataset, words))]]),
        (words("effects.totals"), [h.p[words("harms.guide")], Markup(counted.markup)]),
        (
            words("effects.uncontrolled"),
            [h.p[words("effects.uncontrolled_note")], Markup(lone_count_list(alone, words).markup)],
        ),
        (words("effects.timeline"), [h.p[h.b[timeline.takeaway]], Markup(timeline.markup)]),
        (words("harms.lens.did"), [h.p[h.b[ways.takeaway]], Markup(ways.markup)]),
    ]


def _safety(dataset: Dataset, words: Words) -> list[Section]:
    call = h.p(".warning")[words("safety.call")]
    facts = [fact for fact in dataset.safety if fact.topic not in NOT_ON_SAFETY]
    everything = safety_facts("safety-facts", facts, dataset, words, topics=True)
    return [
        ("", [h.p[words("safety.gist")], call, Markup(safety_card(dataset, words).markup)]),
        ("", [_to_print(CARD, words), _to_print(DIARY, words)]),
        (words("safety.more"), Markup(everything.markup)),
    ]


def _practical(dataset: Dataset, words: Words) -> list[Section]:
    hour, judgement = hours(dataset, words), judgements(dataset, words)

    def facts(topic: SafetyTopic) -> Markup:
        here = [fact for fact in dataset.safety if fact.topic is topic]
        return Markup(safety_facts(f"practical-{topic}", here, dataset, words, topics=False).markup)

    return [
        ("", [h.p[words("practical.gist")], h.p(".warning")[words("practical.never")]]),
        (
            words("practical.schedules"),
            [h.p[words("practical.schedules_note")], Markup(schedules(dataset, words).markup)],
        ),
        (words("practical.hours"), [h.p[h.b[hour.takeaway]], Markup(hour.markup)]),
        (
            words("practical.judged"),
            [h.p[h.b[judgement.takeaway]], Markup(judgement.markup), facts(SafetyTopic.TRYING)],
        ),
        (words("topic.product"), facts(SafetyTopic.PRODUCT)),
        (words("practical.ask"), h.ul[(h.li[question] for question in questions(words))]),
        (words("topic.cost"), facts(SafetyTopic.COST)),
    ]


def _claims(dataset: Dataset, words: Words) -> list[Section]:
    everything = claim_list("claims", dataset.claims, dataset, words)
    references: h.Node = [h.p[words("claims_page.printed_gist")], Markup(printed_references(dataset, words).markup)]
    return [
        ("", h.p[h.strong[all_told(dataset, words)], f" {words('claims_page.gist')}"]),
        (words("claims_page.show_all"), Markup(everything.markup)),
        (words("claims_page.printed"), references),
    ]


def _how(dataset: Dataset, words: Words) -> list[Section]:
    cards = [
        step_card(step, number, dataset, words, live=False) for number, step in enumerate(dataset.mechanisms.steps, 1)
    ]
    return [("", [h.p[words("how.gist")], Markup(picture(h.div(".cards")[cards]))])]


_TITLES = {
    "evidence": "evidence.title",
    "side-effects": "effects.title",
    "safety": "safety.title",
    "practical": "practical.title",
    "claims": "claims_page.title",
    "how": "how.title",
    "questions": "questions_page.title",
    "background": "background_page.title",
    "stories": "stories_page.title",
    "research": "research.title",
}
_PAGES: dict[str, Callable[[Dataset, Words], list[Section]]] = {
    "evidence": _evidence,
    "side-effects": _side_effects,
    "safety": _safety,
    "practical": _practical,
    "claims": _claims,
    "how": _how,
    "questions": questions_sections,
    "background": background_sections,
    "stories": stories_sections,
    "research": research_sections,
}
