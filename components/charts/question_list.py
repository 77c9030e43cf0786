"""Questions and answers: the short answer in sight, the longer one a tap away, with its basis, sources and pages."""

from collections.abc import Sequence

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.look import picture, state_mark
from components.charts.told import (
    address_of,
    choices_of,
    contents,
    label_strip,
    paragraphs,
    related_links,
    sources,
    told_text,
)
from content.text import Words
from data.dataset import Dataset
from data.labels import State
from data.models.base import Basis
from data.models.told import Question, QuestionTopic, Related, View


def question_list(dataset: Dataset, words: Words, *, first: str = "", all_open: bool = False) -> Chart:
    """All questions in their groups; `first` stands opened above them. `all_open` is for paper and light pages."""
    asked = [question for question in dataset.questions if question.id == first]
    topics = [(topic, _of(topic, dataset, first)) for topic in QuestionTopic]
    parts: list[h.Node] = [contents([(f"topic-{t}", words(f"question_topic.{t}")) for t, _ in topics], words)]
    if asked:
        parts.append(h.h2(".topic")[words("questions_page.asked")])
        parts += [_card(question, dataset, words, is_open=True) for question in asked]
    for topic, questions in topics:
        parts.append(h.h2(".topic", id=f"topic-{topic}", tabindex="-1")[words(f"question_topic.{topic}")])
        parts += [_card(question, dataset, words, is_open=all_open) for question in questions]
    told = dataset.questions
    further = [page for question in told for page in (*question.related, _itself(question))]
    return Chart(
        key="questions",
        markup=picture(h.div(".questions")[parts]),
        alt=words("questions_page.alt", n=str(len(told))),
        table=Table(
            (words("questions_page.question"), words("questions_page.short"), words("questions_page.long")),
            tuple(
                (
                    words(f"questions.{question.id}.question"),
                    _said(question, "short", dataset, words),
                    _said(question, "long", dataset, words),
                )
                for question in told
            ),
        ),
        source_note=words("questions_page.source", version=dataset.release.version),
        choices=choices_of(told, further, dataset),
    )  # fmt: skip


def _of(topic: QuestionTopic, dataset: Dataset, first: str) -> Sequence[Question]:
    return [question for question in dataset.questions if question.topic is topic and question.id != first]


def _said(question: Question, part: str, dataset: Dataset, words: Words) -> str:
    return told_text(question, f"questions.{question.id}.{part}", dataset, words)


def _itself(question: Question) -> Related:
    return Related(view=View.QUESTIONS, record=question.id)


def _card(question: Question, dataset: Dataset, words: Words, *, is_open: bool) -> h.Element:
    address = address_of(_itself(question))
    return h.details(id=question.id, data_question=question.id, open="" if is_open else None)[
        h.summary[
            h.h3[words(f"questions.{question.id}.question")],
            h.span(".short")[_said(question, "short", dataset, words)],
        ],
        h.div(".answer")[
            paragraphs(_said(question, "long", dataset, words)),
            label_strip(question.conditions, dataset, words),
            _basis(question, words),
            sources(question, words(f"questions.{question.id}.question"), dataset, words),
            related_links(question.related, words),
            h.p(".permalink")[h.a(href=address, data_choice=address)[words("questions_page.link")]],
        ],
    ]


def _basis(question: Question, words: Words) -> h.Element | None:
    """What the answer rests on, in words; hatched where nobody has studied it."""
    if question.basis is Basis.UNKNOWN:
        return h.p(".basis")[state_mark(State.UNTESTED), " ", words("questions_page.not_studied")]
    if not question.rests_on:
        return None
    rests = words(f"basis.{question.basis}")
    return h.p(".basis.quiet")[
        words("questions_page.basis", basis=rests, dose=words(f"safety.about_dose.{question.dose}"))
    ]
