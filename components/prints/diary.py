"""A diary of twelve weeks for symptoms and unwanted effects: on paper, and as a table to fill in."""

import csv
from io import StringIO

from components.prints.paper import Ink, Paper, typeset
from components.prints.take_away import version_line
from content.numbers import write_number, write_weekdays
from content.text import Words
from data.dataset import Dataset

WEEKS = 12
DAYS = 7
SYMPTOMS = ("pain", "sleep", "energy", "gut", "mood")
# How wide each column of a week is beside the others; 0 is as narrow as its words.
WIDTHS = (0, 0, 0, 0, 0, 0, 1, 0)
COLUMNS = ("week", "day", "date", *SYMPTOMS, "effects", "strength", "taken", "change", "other")


def diary(dataset: Dataset, words: Words, *, paper: Paper, ink: Ink) -> bytes:
    """One page that says how to use it, then three weeks to a page."""
    weeks = [write_number(week, words.language) for week in range(1, WEEKS + 1)]
    facts = {
        "title": words("prints.log.title"),
        "lead": words("prints.log.lead"),
        "advice": words("prints.advice"),
        "how": words("prints.log.how"),
        "how_lines": [words(f"prints.log.how_{line}") for line in (1, 2, 3, 4)],
        "compare": words("prints.log.compare"),
        "compare_lines": [words(f"prints.log.compare_{line}") for line in (1, 2, 3)],
        "plan": words("prints.log.plan"),
        "plan_lines": [words(f"prints.log.plan_{line}") for line in ("measure", "change", "dates", "who")],
        "changes": words("prints.log.changes"),
        "changes_header": [words(f"prints.log.changes_{column}") for column in ("date", "what", "how", "why")],
        "weeks": [words("prints.log.week_from", n=week) for week in weeks],
        "days": write_weekdays(words.language),
        "day_header": [words(f"prints.log.{column}") for column in ("day", *SYMPTOMS, "effects", "taken")],
        "day_columns": WIDTHS,
        "change": words("prints.log.change"),
        "version": version_line(dataset, words),
    }
    return typeset("diary", facts, dataset.release, paper=paper, ink=ink, language=words.language)


def diary_csv(words: Words) -> str:
    """The same diary for a spreadsheet: one row a day, with a column for every start and stop."""
    rows = [
        [write_number(week, words.language), write_number(day, words.language), *[""] * (len(COLUMNS) - 2)]
        for week in range(1, WEEKS + 1)
        for day in range(1, DAYS + 1)
    ]
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([[words(f"prints.log.csv_{name}") for name in COLUMNS], *rows])
    # Spreadsheets take a file for UTF-8 only when it begins with this mark.
    return "\N{BYTE ORDER MARK}" + text.getvalue()
