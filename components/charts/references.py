"""Links to what a sentence rests on: a study's page here, or a document's own page."""

import htpy as h

from content.text import Words
from data.dataset import Dataset
from data.naming import short_name


def reference(name: str, dataset: Dataset, words: Words) -> h.Element:
    """One study or document as a link; a document also says who published it and how deep it was read."""
    study = dataset.study_by_id.get(name)
    if study is not None:
        return h.a(href=f"study?study={study.id}", data_choice=study.id)[short_name(study)]
    document = dataset.document_by_id[name]
    return h.span[
        h.a(href=document.url, target="_blank", rel="noopener")[document.title],
        f" ({document.publisher}; {words(f'depth.{document.depth}')})",
    ]
