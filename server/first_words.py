"""What a page says before its scripts run: a condition's answer, a study's finding, else what the page is for.

On an old phone these words stand for some seconds; without JavaScript they are all there is, with a link to the rest.
"""

import html
from dataclasses import dataclass

from components.charts.phrases import how_much_and_where, how_sure, verdict
from components.charts.study_list import flags
from components.ui.frame import LIGHT_TWINS
from components.ui.public import light_path
from components.ui.registry import page_at
from content.text import Words
from data.dataset import Dataset
from data.labels import label_of
from data.naming import short_name

SHELL = """<div style="font:18px/1.5 'Atkinson Hyperlegible Next',system-ui,sans-serif;max-width:52rem;\
margin:5rem 0;padding:0 clamp(1rem,9vw - 2rem,5rem)"><h1 style="line-height:1.2">{title}</h1>{said}\
<p><strong>{safety}</strong></p><noscript><p>{no_script} <a href="{address}">{light}</a></p></noscript></div>"""


@dataclass(frozen=True)
class FirstWords:
    """The page's name, what it says first (warnings before all else), and its address without JavaScript."""

    title: str
    said: tuple[str, ...]
    light: str
    # Whether that address holds this very page; else it holds the overview of all conditions.
    twin: bool = True

    def shell(self, words: Words) -> str:
        """The words as HTML, with what stands on every page."""
        told = {
            "title": self.title,
            "safety": words("frame.not_advice"),
            "no_script": words("app.no_script" if self.twin else "app.no_script_overview"),
            "address": self.light,
            "light": self.title if self.twin else words("evidence.title"),
        }
        # Never without the line on opioids, whichever page it is.
        said = "".join(f"<p>{html.escape(text)}</p>" for text in (*self.said, words("app.gist")))
        return SHELL.format(said=said, **{name: html.escape(text) for name, text in told.items()})


def first_words(slug: str, record: str, dataset: Dataset, words: Words) -> FirstWords:
    """The first words of a page; `record` is the id of the condition or study it shows, or ""."""
    if record and slug == "condition":
        label, title = label_of(dataset, record), words(f"conditions.{record}.name")
        warning = f"conditions.{record}.warning"
        said = (
            *((words(warning),) if words.has(warning) else ()),
            verdict(label, words(f"conditions.{record}.inline"), words),
            f"{words('certainty.label')}: {how_sure(label, words)}",
            f"{words('size.label')}: {how_much_and_where(label, words)}",
        )
        return FirstWords(title, said, light_path(slug, words.language, record))
    if record and slug == "study":
        study = dataset.study_by_id[record]
        return FirstWords(
            short_name(study), (*flags(study, words), study.plain), light_path(slug, words.language, record)
        )
    page = page_at(slug)
    title = words(page.title_key) if slug else words("app.tagline")
    gist = f"{page.name}.gist"
    return FirstWords(
        title,
        (words(gist),) if words.has(gist) else (),
        light_path(slug if slug in LIGHT_TWINS else "evidence", words.language),
        twin=slug in LIGHT_TWINS or slug == "evidence",
    )


def record_in(slug: str, choices: dict[str, list[str]], dataset: Dataset) -> str:
    """The id of the record an address asks for, if it is one of ours; else ""."""
    asked = choices.get(slug, [""])[0].lower()
    known = {"condition": asked in dataset.condition_by_id, "study": asked in dataset.study_by_id}
    return asked if known.get(slug) else ""
