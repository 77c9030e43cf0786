"""The view every framework draws: a matrix of 20 x 8 with a choice of two, and a table of 100 rows."""

import random

TITLE = "Same view"
CHOICES = ("people", "studies")
COLUMNS = [f"Kind {number}" for number in range(1, 9)]
ROWS = [f"Condition {number}" for number in range(1, 21)]
_dice = random.Random(7)
MATRIX = {choice: [[_dice.randint(1, 400) for _ in COLUMNS] for _ in ROWS] for choice in CHOICES}
TABLE = [
    {
        "Study": f"Study {number}",
        "Year": 1990 + number % 37,
        "Design": _dice.choice(["randomised", "before and after", "case report"]),
        "People": _dice.randint(1, 120),
        "Result": "No clear difference",
    }
    for number in range(1, 101)
]
