"""A card that says "I take naltrexone" and what a team must know. Each statement is a safety fact with its basis."""

from components.prints.paper import Ink, Paper, typeset
from components.prints.safety_words import basis_of, short_of, support_of
from components.prints.take_away import version_line
from content.text import Words
from data.dataset import Dataset
from data.models.practice import SafetyFact

EMERGENCY = "emergency-care"
BEFORE = ("no-opioids", "hidden-opioids", "planned-surgery")


def wallet_card(dataset: Dataset, words: Words, *, paper: Paper, ink: Ink) -> bytes:
    """The card with cutting and folding lines, and below it the documents behind each statement."""
    emergency, *before = (_fact(dataset, name) for name in (EMERGENCY, *BEFORE))
    facts = {
        "title": words("prints.wallet.title"),
        "fold": words("prints.wallet.fold"),
        "front": words("prints.wallet.front"),
        "front_text": words("prints.wallet.front_text"),
        "front_read": words("prints.wallet.front_read"),
        "emergency_title": words("prints.wallet.emergency"),
        "emergency": [
            words("prints.flag", fact=words("prints.wallet.say_emergency"), basis=basis_of(emergency, words)),
            words(f"safety.{EMERGENCY}.unknown"),
        ],
        "mine": words("prints.wallet.mine"),
        "mine_lines": [words(f"prints.wallet.{line}") for line in ("name", "dose", "prescriber", "contact")],
        "before_title": words("prints.wallet.before"),
        "before": [words("prints.flag", fact=short_of(fact, words), basis=basis_of(fact, words)) for fact in before],
        "basis_title": words("prints.wallet.basis"),
        "basis": [
            words("prints.wallet.basis_line", fact=words(f"safety.{fact.id}.title"), sources=support_of(fact, dataset))
            for fact in (emergency, *before)
        ],
        "advice": words("prints.advice"),
        "version": version_line(dataset, words),
    }
    return typeset("wallet_card", facts, dataset.release, paper=paper, ink=ink, language=words.language)


def _fact(dataset: Dataset, name: str) -> SafetyFact:
    return next(fact for fact in dataset.safety if fact.id == name)
