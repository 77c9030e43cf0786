"""Links are canonical: doi.org, PubMed, PMC, the register's or publisher's own page; never a mirror."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from data.dataset import Dataset
from data.models.study import Registration

CANONICAL = re.compile(
    r"^https://("
    r"doi\.org/10\.\S+"
    r"|pubmed\.ncbi\.nlm\.nih\.gov/\d+/"
    r"|pmc\.ncbi\.nlm\.nih\.gov/articles/PMC\d+/"
    r"|clinicaltrials\.gov/study/NCT\d{8}"
    r"|www\.ncbi\.nlm\.nih\.gov/books/NBK\d+/"
    r")$"
)


def links_are_canonical(dataset: Dataset) -> Iterator[Any]:
    """Every stored address is one that will still be the record's own in ten years."""
    hosts = frozenset(host.id for host in dataset.hosts)
    for study in dataset.studies:
        for index, source in enumerate(study.sources):
            yield from _check(study, ("sources", index, "url"), source.url, hosts)
        if isinstance(study.registration, Registration):
            yield from _check(study, ("registration", "url"), study.registration.url, hosts)
        if study.integrity.notice is not None:
            yield from _check(study, ("integrity", "notice"), study.integrity.notice, hosts)
    for document in dataset.sources:
        yield from _check(document, ("url",), document.url, hosts)
    for trial in dataset.trials:
        yield from _check(trial, ("url",), trial.url, hosts)


def _check(record: Any, path: tuple[str | int, ...], url: str, hosts: frozenset[str]) -> Iterator[Any]:
    if not url.startswith("https://"):
        wrong = f"{url} is not a canonical link: it does not begin with https://"
        yield record, path, wrong, "Use the https:// address of the record itself"
    elif not CANONICAL.match(url) and urlsplit(url).hostname not in hosts:
        fix = (
            "Use https://doi.org/..., https://pubmed.ncbi.nlm.nih.gov/<PMID>/, "
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC.../, https://clinicaltrials.gov/study/NCT..., "
            "or the own page of a register, agency, society or journal listed in data/hosts.yaml"
        )
        yield record, path, f"{url} is not a canonical link", fix
