"""The short name a study goes by on screen: Younger 2013."""

import re
from collections.abc import Mapping

from data.models.study import Study

_ID = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+){2,}\b")


def short_name(study: Study) -> str:
    """The name given in the record, else author and year, else journal and year when no page names the authors."""
    if study.called is not None:
        return study.called
    citation = study.citation
    if citation.authors:
        author = citation.authors[0].split(",")[0]
        name = author.rsplit(" ", 1)[0] if " " in author else author
    else:
        name = citation.journal or citation.title
    return f"{name} {citation.year or ''}".strip()


def with_names(text: str, studies: Mapping[str, Study]) -> str:
    """A curator's note as it stands on screen: ids of studies in it become the names they go by."""
    return _ID.sub(lambda found: short_name(studies[found[0]]) if found[0] in studies else found[0], text)
