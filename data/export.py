"""Studies as files for other programs: CSV, RIS, BibTeX and a plain reference list. No words of any language."""

import csv
import io
from collections.abc import Iterable, Sequence

from data.dataset import Dataset
from data.evidence import counts_as_evidence, kind_of_evidence
from data.labels import label_of
from data.models.base import Missing, known_count
from data.models.study import Comparator, Dose, Effect, Result, Study
from data.naming import short_name

COLUMNS = (
    "id", "name", "authors", "year", "title", "journal", "volume", "issue", "pages", "doi", "pmid", "pmcid", "link",
    "kind", "design", "blinding", "kind_of_evidence", "counted_as_low_dose_evidence", "conditions", "model_of",
    "labels", "dose_band", "dose", "comparator", "people_analysed", "outcome", "measured_by", "direction",
    "effect_measure",
    "effect", "effect_low", "effect_high", "p", "result_stands_in", "read", "integrity", "integrity_checked", "plain",
    "dataset",
)  # fmt: skip
# A spreadsheet runs a cell that begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_RIS_TYPE = "JOUR"
_TEX = str.maketrans({"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "{": r"\{", "}": r"\}", "~": r"\~{}"})


def link_of(study: Study) -> str:
    """The canonical link: the DOI's, else PubMed's, else the first source read."""
    if study.citation.doi:
        return f"https://doi.org/{study.citation.doi}"
    if study.citation.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{study.citation.pmid}/"
    return study.sources[0].url


def to_csv(studies: Sequence[Study], dataset: Dataset) -> str:
    """One row per study with its main result, the labels of its conditions and where the figure stands."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for study in studies:
        row = _row(study, dataset)
        writer.writerow([spreadsheet_safe(row.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def spreadsheet_safe(value: object) -> str:
    """A cell as text; what a spreadsheet would run begins with an apostrophe, numbers stay numbers."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _row(study: Study, dataset: Dataset) -> dict[str, object]:
    citation = study.citation
    result = next((r for r in study.results if r.id == study.main_result), None)
    counted = counts_as_evidence(study)
    labels = []
    for condition in study.conditions:
        label = label_of(dataset, condition)
        sure = label.certainty.slug if label.certainty else "nothing-to-rate"
        labels.append(f"{condition}: {label.state}, {sure}")
    return {
        "id": study.id, "name": short_name(study), "authors": "; ".join(citation.authors), "year": citation.year,
        "title": citation.title, "journal": citation.journal, "volume": citation.volume, "issue": citation.issue,
        "pages": citation.pages, "doi": citation.doi, "pmid": citation.pmid, "pmcid": citation.pmcid,
        "link": link_of(study), "kind": study.kind, "design": study.design, "blinding": study.blinding,
        "kind_of_evidence": kind_of_evidence(study) if counted else "",
        "counted_as_low_dose_evidence": "yes" if counted else "no", "conditions": "; ".join(study.conditions),
        "model_of": "; ".join(study.model_of),
        "labels": "; ".join(labels), "dose_band": study.dose.band if isinstance(study.dose, Dose) else study.dose,
        "dose": study.dose.text if isinstance(study.dose, Dose) else "",
        "comparator": study.comparator.kind if isinstance(study.comparator, Comparator) else study.comparator,
        "people_analysed": study.people.analysed if isinstance(study.people.analysed, Missing)
        else known_count(study.people.analysed),
        "read": study.sources[0].depth, "integrity": study.integrity.status,
        "integrity_checked": study.integrity.checked, "plain": study.plain, "dataset": dataset.release.version,
        **(_result(result) if result else {}),
    }  # fmt: skip


def _result(result: Result) -> dict[str, object]:
    told: dict[str, object] = {
        "outcome": result.outcome, "measured_by": result.measured_by, "direction": result.direction,
        "result_stands_in": f"{result.source}: {result.where}",
    }  # fmt: skip
    if isinstance(result.effect, Effect):
        low, high = result.effect.ci or (None, None)
        told |= {
            "effect_measure": result.effect.measure, "effect": result.effect.value, "effect_low": low,
            "effect_high": high, "p": result.effect.p,
        }  # fmt: skip
    else:
        told["effect"] = result.effect
    return told


def to_ris(studies: Iterable[Study]) -> str:
    """For reference managers: one record per study."""
    return "".join(_ris(study) for study in studies)


def _ris(study: Study) -> str:
    citation = study.citation
    fields = [("TY", _RIS_TYPE), ("ID", study.id), *(("AU", author) for author in citation.authors)]
    fields += [
        ("PY", str(citation.year or "")), ("TI", citation.title), ("JO", citation.journal or ""),
        ("VL", citation.volume or ""), ("IS", citation.issue or ""), ("SP", citation.pages or ""),
        ("DO", citation.doi or ""), ("AN", citation.pmid or ""), ("UR", link_of(study)), ("N1", study.plain),
    ]  # fmt: skip
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""]) + "\r\n"


def to_bibtex(studies: Iterable[Study]) -> str:
    """For LaTeX: one entry per study."""
    return "\n".join(_bibtex(study) for study in studies)


def _bibtex(study: Study) -> str:
    citation = study.citation
    fields = {
        "author": " and ".join(citation.authors), "year": str(citation.year or ""), "title": citation.title,
        "journal": citation.journal or "", "volume": citation.volume or "", "number": citation.issue or "",
        "pages": citation.pages or "", "doi": citation.doi or "", "url": link_of(study), "note": study.plain,
    }  # fmt: skip
    # An address and a DOI are copied as they are; escaping them would break them.
    told = [
        f"  {name} = {{{value if name in ('doi', 'url') else value.translate(_TEX)}}}"
        for name, value in fields.items()
        if value
    ]
    return f"@article{{{study.id},\n" + ",\n".join(told) + "\n}\n"


def to_references(studies: Iterable[Study]) -> str:
    """A plain list, one line per study."""
    return "".join(f"{reference(study)}\n" for study in studies)


def reference(study: Study) -> str:
    """One line: authors, title, journal, year, volume, issue, pages and link."""
    citation = study.citation
    volume = f"{citation.volume or ''}{f'({citation.issue})' if citation.issue else ''}"
    place = f"{citation.year or ''}{f';{volume}' if volume else ''}{f':{citation.pages}' if citation.pages else ''}"
    parts = [", ".join(citation.authors), citation.title.rstrip("."), f"{citation.journal or ''} {place}".strip()]
    return f"{'. '.join(part for part in parts if part)}. {link_of(study)}"
