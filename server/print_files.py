"""All ready-made prints as files, for clinics that print a stack: `make prints`, or `python -m server.print_files`."""

import sys
from pathlib import Path

from components.prints.diary import diary_csv
from components.prints.ready_made import ready_made
from components.ui.public import VARIABLE, public_url
from content.text import languages, load_words
from data.load import load_dataset
from server.prints import TABLE, print_file

ROOT = Path(__file__).parents[1]


def write_prints(folder: Path) -> int:
    """Write one folder per language, replacing what an earlier run wrote; the answer is the number of files."""
    count = 0
    for language in languages():
        (folder / language).mkdir(parents=True, exist_ok=True)
        for name in ready_made(load_dataset()):
            (folder / language / name).write_bytes(print_file(language, name))
            count += 1
        (folder / language / TABLE).write_text(diary_csv(load_words(language)), encoding="utf-8", newline="")
        count += 1
    return count


def main(arguments: list[str]) -> int:
    """Write to the folder named, or to `printed`."""
    folder = Path(arguments[0]) if arguments else ROOT / "printed"
    print(f"{write_prints(folder)} files in {folder}")
    if public_url() is None:
        print(f"No QR codes: say where the pages stand with {VARIABLE}=https://...")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
