"""`python -m data check | report | schema`: check the dataset, say what it holds, or write the JSON Schemas."""

import sys
from pathlib import Path

from data.load import ROOT, check_dataset, load_dataset
from data.problem import DatasetError
from data.report import report
from data.schema_files import write_schemas

USAGE = "usage: python -m data check [FOLDER] | report | schema"


def main(arguments: list[str]) -> int:
    """Run one command; the exit code is 0 when all is well and 1 when something must be mended."""
    match arguments:
        case ["check"]:
            return check(ROOT)
        case ["check", folder]:
            return check(Path(folder))
        case ["report"]:
            print(*report(load_dataset()), sep="\n")
            return 0
        case ["schema"]:
            print(*write_schemas(ROOT), sep="\n")
            return 0
    print(USAGE, file=sys.stderr)
    return 2


def check(folder: Path) -> int:
    """Print every mistake in the dataset, or what it holds."""
    dataset, problems = check_dataset(folder)
    if problems:
        print(DatasetError(problems), file=sys.stderr)
        return 1
    counts = {"studies": dataset.studies, "conditions": dataset.conditions, "claims": dataset.claims}
    print("The dataset is sound: " + ", ".join(f"{len(records)} {name}" for name, records in counts.items()) + ".")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
