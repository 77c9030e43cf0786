"""References that clinic pages print, as printed and as they should be."""

import htpy as h

from components.charts.chart import Chart, Table
from components.charts.claim_list import verdict_mark
from components.charts.look import picture
from components.charts.references import reference
from content.text import Words
from data.dataset import Dataset
from data.models.practice import PrintedReference, PrintedVerdict, Verdict

_MARKS = {
    PrintedVerdict.CORRECT: Verdict.SUPPORTED,
    PrintedVerdict.DOI_WRONG: Verdict.CONTRADICTED,
    PrintedVerdict.DOI_NOT_CONFIRMED: Verdict.UNPROVEN,
}


def printed_references(dataset: Dataset, words: Words) -> Chart:
    """Each reference with its verdict, the wrong address struck out and the right one as a link."""
    items = [_item(printed, dataset, words) for printed in dataset.printed_references]
    rows = [
        (printed.printed, printed.printed_doi, words(f"printed_verdict.{printed.verdict}"), _right(printed, dataset))
        for printed in dataset.printed_references
    ]
    return Chart(
        key="printed-references",
        markup=picture(h.ul(".studies.printed")[items]),
        alt=words("claims_page.printed_gist"),
        table=Table(
            (words("claims_page.printed_as"), "DOI", words("claims_page.verdict"), words("claims_page.printed_right")),
            tuple(rows),
        ),
        source_note=words("claims_page.printed_source", version=dataset.release.version),
        choices=tuple(printed.study for printed in dataset.printed_references),
    )


def _item(printed: PrintedReference, dataset: Dataset, words: Words) -> h.Element:
    doi = f"doi {printed.printed_doi}"
    right = _right(printed, dataset)
    link = h.a(href=right, target="_blank", rel="noopener")[right]
    return h.li(data_verdict=printed.verdict)[
        h.p(".way")[verdict_mark(_MARKS[printed.verdict]), h.span[words(f"printed_verdict.{printed.verdict}")]],
        h.p[
            h.span(".over")[words("claims_page.printed_as")], printed.printed, " ",
            h.s[doi] if printed.verdict is PrintedVerdict.DOI_WRONG else doi,
        ],
        h.p[h.span(".over")[words("claims_page.printed_right")], link],
        h.p[words(f"printed_references.{printed.id}.plain"), " ", reference(printed.study, dataset, words)],
    ]  # fmt: skip


def _right(printed: PrintedReference, dataset: Dataset) -> str:
    """The address of the paper: its DOI as the record has it, else the page that was read."""
    study = dataset.study_by_id[printed.study]
    return f"https://doi.org/{study.citation.doi}" if study.citation.doi else study.sources[0].url
