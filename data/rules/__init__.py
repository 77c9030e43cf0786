"""Rules across fields and files. Each yields (record, path in it, what is wrong, how to fix it).

`ACROSS` holds those that look one record up from another. They wait until every record could be read: a record that
was refused for another mistake would be reported as missing everywhere it is named.
"""

from collections.abc import Callable, Iterator

from pydantic import BaseModel

from data.dataset import Dataset
from data.rules.counts import arms_add_up, percentages_match_counts
from data.rules.effects import (
    direction_follows_numbers,
    effect_lies_in_interval,
    p_agrees_with_interval,
    values_lie_on_scale,
)
from data.rules.identity import ids_are_unique
from data.rules.links import links_are_canonical
from data.rules.models_of import models_are_not_people
from data.rules.names import names_tell_studies_apart
from data.rules.passages import passages_stand_on_their_page
from data.rules.provenance import (
    depth_allows_claim,
    dose_band_matches_dose,
    retraction_has_notice,
    sources_exist,
)
from data.rules.quotations import quotations_resolve
from data.rules.ranges import ranges_run_upwards
from data.rules.references import references_resolve

Found = tuple[BaseModel, tuple[str | int, ...], str, str]
Rule = Callable[[Dataset], Iterator[Found]]

ACROSS: tuple[Rule, ...] = (references_resolve, quotations_resolve)
RULES: tuple[Rule, ...] = (
    ids_are_unique,
    passages_stand_on_their_page,
    sources_exist,
    links_are_canonical,
    arms_add_up,
    percentages_match_counts,
    effect_lies_in_interval,
    p_agrees_with_interval,
    direction_follows_numbers,
    values_lie_on_scale,
    depth_allows_claim,
    dose_band_matches_dose,
    retraction_has_notice,
    ranges_run_upwards,
    names_tell_studies_apart,
    models_are_not_people,
)
