"""What is wrong with a data file, said so that a curator can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: file, line, field, what is wrong, what is allowed, how to fix it."""

    file: str
    line: int
    field: str
    wrong: str
    fix: str

    def __str__(self) -> str:
        """The mistake in one line, in the form editors make clickable."""
        place = f"{self.file}:{self.line}: {self.field}: " if self.field else f"{self.file}:{self.line}: "
        return f"{place}{self.wrong}. {self.fix}"


class DatasetError(Exception):
    """The dataset has mistakes. `problems` holds all of them; the text lists them."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems sorted by file and line."""
        self.problems = sorted(problems)
        count = len(self.problems)
        heading = f"The dataset has {count} mistake{'' if count == 1 else 's'}; nothing was loaded."
        super().__init__("\n".join([heading, *map(str, self.problems), "Fields are explained in data/FORMAT.md."]))
