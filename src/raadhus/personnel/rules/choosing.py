"""What a reader chooses on the pages of personnel figures, and how it stands in the address: a closed list of words, one of each.

There are no free filters: an address names a unit, a measure, at most one breakdown, a period of the ladder and a version of the
organisation (docs/rules/personnel-disclosure.md). What the words name may still not be published, or not be the reader's to see.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.disclosure.lattice import MONTHS_OF_A_YEAR, Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES

AS_WAS, AS_IS = "was", "is"
# The parameters of the address, and their words.
MEASURE, UNIT, BREAKDOWN, PERIOD, VERSION = "maal", "enhed", "opdeling", "periode", "org"
BREAKDOWN_WORDS = {
    "stilling": Breakdown.OCCUPATION.value,
    "alder": Breakdown.AGE.value,
    "koen": Breakdown.GENDER.value,
    "ansaettelse": Breakdown.CONTRACT.value,
}
STEP_WORDS = {"maaned": Step.MONTH, "kvartal": Step.QUARTER, "aar": Step.YEAR}
VERSION_WORDS = {"nu": AS_IS, "dengang": AS_WAS}
VERSION_LABELS = {AS_IS: "som den er i dag", AS_WAS: "som den var"}
FIRST_MEASURE = next(iter(MEASURES))
_LONGEST = 100
_TERM = re.compile(r"([0-9]{4})(?:-([0-9]{2})|K([1-4]))?")


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice. An empty `unit` is the reader's own, `step` None the unit's years, `term` None the newest one; `breakdown` may be empty."""

    measure: str = FIRST_MEASURE
    unit: str = ""
    breakdown: str = ""
    step: Step | None = None
    term: Term | None = None
    version: str = AS_IS

    def to_query(self) -> str:
        """Return the choice as the address has it, without the question mark; `from_query` reads it again."""
        asked = {
            MEASURE: self.measure,
            UNIT: self.unit,
            BREAKDOWN: _word(BREAKDOWN_WORDS, self.breakdown),
            PERIOD: str(self.term) if self.term else _word(STEP_WORDS, self.step),
            VERSION: "" if self.version == AS_IS else _word(VERSION_WORDS, self.version),
        }
        return urlencode({name: value for name, value in asked.items() if value})

    def by(self, step: Step) -> "Choice":
        """Return the choice by another step, at its newest period."""
        return replace(self, step=step, term=None)

    def at(self, term: Term) -> "Choice":
        """Return the choice at a period."""
        return replace(self, step=term.step, term=term)


def from_query(query: Mapping[str, str]) -> Choice:
    """Return what an address asks for. Raises WrongInput with one sentence on every word that is none."""
    step, term = period(query.get(PERIOD, ""))
    return Choice(
        measure=_measure(query.get(MEASURE, "")),
        unit=_unit(query.get(UNIT, "")),
        breakdown=_meant(BREAKDOWN_WORDS, query.get(BREAKDOWN, ""), "", "Tallene opdeles ikke på"),
        step=step,
        term=term,
        version=_meant(VERSION_WORDS, query.get(VERSION, ""), AS_IS, "Organisationen vises ikke"),
    )


def period(text: str) -> tuple[Step | None, Term | None]:
    """Return the step and the term that a word names: "aar", "2025", "2025K1", "2025-03". Raises WrongInput."""
    if not text:
        return None, None
    if text in STEP_WORDS:
        return STEP_WORDS[text], None
    found = _TERM.fullmatch(text)
    if found is None or not 1 <= int(found[2] or 1) <= MONTHS_OF_A_YEAR:
        raise WrongInput(
            f"{_said(text)} er ikke en periode; skriv aar, kvartal eller maaned, 2025, 2025K1 eller 2025-03."
        )
    year, month, quarter = found.groups()
    if month:
        term = Term(int(year), Step.MONTH, int(month))
    else:
        term = Term(int(year), Step.QUARTER, int(quarter)) if quarter else Term(int(year), Step.YEAR)
    return term.step, term


def _measure(text: str) -> str:
    if text and text not in MEASURES:
        raise WrongInput(f"{_said(text)} er ikke et mål; vælg et på listen over mål.")
    return text or FIRST_MEASURE


def _unit(text: str) -> str:
    if len(text) > _LONGEST:
        raise WrongInput("Enhedens nøgle er for lang; vælg enheden på listen.")
    return text


def _meant(words: Mapping[str, str], text: str, otherwise: str, wrong: str) -> str:
    if text and text not in words:
        raise WrongInput(f"{wrong} {_said(text)}; vælg {' eller '.join(words)}.")
    return words[text] if text else otherwise


def _word(words: Mapping[str, object], meant: object) -> str:
    return next((word for word, meaning in words.items() if meant and meaning == meant), "")


def _said(text: str) -> str:
    """Return what was written, shortened: a sentence is no place for a page."""
    most = 40
    return f"»{text[:most]}{'…' if len(text) > most else ''}«"
