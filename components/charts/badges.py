"""Small labels that say what a statement rests on and which dose that was about."""

import htpy as h

from content.text import Words
from data.models.base import Basis, DoseContext


def basis_badge(basis: Basis, words: Words) -> h.Element:
    """What kind of support it is: label, trial, single case, expert opinion, not known."""
    return h.span(class_={"badge": True, "unknown": basis is Basis.UNKNOWN}, data_basis=basis)[words(f"basis.{basis}")]


def dose_badge(dose: DoseContext, words: Words) -> h.Element:
    """The dose the support is about; the full dose stands out, because nobody knows how far it holds for low doses."""
    return h.span(class_={"badge": True, "full-dose": dose is DoseContext.FULL}, data_dose=dose)[
        words(f"safety.about_dose.{dose}")
    ]
