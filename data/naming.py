"""The short name a study goes by on screen: Younger 2013."""

from data.models.study import Study


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
