"""Short names tell studies apart and are names, not notes."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from data.dataset import Dataset
from data.models.study import Study
from data.naming import short_name

LONGEST = 60
FIX = 'Add `called`, such as "Toledano 2021 (prevention)"'


def names_tell_studies_apart(dataset: Dataset) -> Iterator[Any]:
    """No two studies go by one name, and a name is short."""
    by_name: defaultdict[str, list[Study]] = defaultdict(list)
    for study in dataset.studies:
        by_name[short_name(study)].append(study)
        if len(short_name(study)) > LONGEST:
            yield study, ("citation",), f"the name on screen would be {short_name(study)!r}, which is too long", FIX
    for name, studies in by_name.items():
        for study in studies[1:] if len(studies) > 1 else ():
            yield study, ("citation", "authors"), f"{studies[0].id} also goes by the name {name}", FIX
