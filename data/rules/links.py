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
# Papers live at one of the addresses above. Registers, agencies, societies and labels live at their own;
# a page outside this list is refused until somebody has looked at it and added its owner here.
OWN_PAGES = frozenset(
    {
        "www.clinicaltrialsregister.eu", "euclinicaltrials.eu", "anzctr.org.au", "www.anzctr.org.au", "www.isrctn.com",
        "trialsearch.who.int", "en.irct.ir", "irct.behdasht.gov.ir", "ctri.nic.in", "onderzoekmetmensen.nl", "drks.de",
        "dailymed.nlm.nih.gov", "www.accessdata.fda.gov", "www.fda.gov", "www.ema.europa.eu", "www.gov.uk", "www.nice.org.uk",
        "www.dmp.no", "www.felleskatalogen.no", "www.helsebiblioteket.no", "www.medicines.org.uk", "www.cochrane.org", "www.aan.com", "www.nationalmssociety.org",
        "www.mssociety.org.uk", "mstrust.org.uk", "www.niams.nih.gov", "www.nhs.uk", "www.cdc.gov", "recovercovid.org",
        "ijpc.com", "painmedicine-casereports.com", "www.cureus.com", "index.mirasmart.com", "cmsc.confex.com", "acrabstracts.org", "www.mstrust.org.uk", "www.worksafebc.com", "www.nccih.nih.gov", "www.cancer.gov", "compendium.ch", "www.swissmedicinfo.ch",
    }
)  # fmt: skip


def links_are_canonical(dataset: Dataset) -> Iterator[Any]:
    """Every stored address is one that will still be the record's own in ten years."""
    for study in dataset.studies:
        for index, source in enumerate(study.sources):
            yield from _check(study, ("sources", index, "url"), source.url)
        if isinstance(study.registration, Registration):
            yield from _check(study, ("registration", "url"), study.registration.url)
        if study.integrity.notice is not None:
            yield from _check(study, ("integrity", "notice"), study.integrity.notice)
    for document in dataset.sources:
        yield from _check(document, ("url",), document.url)
    for trial in dataset.trials:
        yield from _check(trial, ("url",), trial.url)


def _check(record: Any, path: tuple[str | int, ...], url: str) -> Iterator[Any]:
    if url.startswith("http://"):
        yield (
            record,
            path,
            f"{url} is not a canonical link: it begins with http://",
            "Use the https:// address of the record itself",
        )
    elif not CANONICAL.match(url) and urlsplit(url).hostname not in OWN_PAGES:
        fix = (
            "Use https://doi.org/..., https://pubmed.ncbi.nlm.nih.gov/<PMID>/, https://pmc.ncbi.nlm.nih.gov/articles/PMC.../, "
            "https://clinicaltrials.gov/study/NCT..., or a register's, agency's or society's own page listed in data/rules/links.py"
        )
        yield record, path, f"{url} is not a canonical link", fix
