"""What measures are made by, and from which day that is something else: there a line through time is of a new series (docs/rules/personnel.md)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import pairwise
from typing import Any, NamedTuple

from raadhus.kernel.danish import number
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.counting import Breakdown
from raadhus.personnel.rules.disclosure.lattice import Step, Term
from raadhus.personnel.rules.measures.catalogue import MEASURES
from raadhus.personnel.rules.measures.definitions import Basis, Component, Measure
from raadhus.personnel.rules.occupations import Occupations
from raadhus.personnel.rules.setting import Chosen
from raadhus.personnel.rules.terms_in_words import first_month, last_month

Json = dict[str, Any]
# So many job codes are named, and so long is a series' own sentence.
_NAMED, LONGEST = 5, 300
_HOURS = "full_time_hours"
_WORDS = {
    _HOURS: "Fuld tid er fra {now} timer om ugen (før {before})",
    "short_days": "Kort sygefravær varer højst {now} dage (før {before})",
    "gap_days": "Et ophold på højst {now} dage bryder ikke en ansættelse (før {before})",
    "new_months": "Nyansat er man i under {now} måneder (før {before})",
    "retired_from_age": "Tilbagetrækning regnes fra {now} år (før {before})",
}
_RETIRED = (Component.RETIRED, Component.RETIRED_AGE_MONTHS)
_MATTERS: dict[str, tuple[Component, ...]] = {
    _HOURS: (Component.FULL_TIME_HEADS,),
    "short_days": (Component.SHORT_SICK_UNITS, Component.LONG_SICK_UNITS),
    "gap_days": (Component.NEW_HEADS, *_RETIRED),
    "new_months": (Component.NEW_HEADS,),
    "retired_from_age": _RETIRED,
}


@dataclass(frozen=True, slots=True)
class Change:
    """Something that measures are made by and no longer so, in Danish: it concerns some measures, and all figures split by some breakdowns."""

    text: str
    measures: tuple[str, ...] = ()
    breakdowns: tuple[str, ...] = ()


class Break(NamedTuple):
    """From this day some figures are of a new series, and why in one Danish sentence."""

    day: date
    text: str
    measures: tuple[str, ...] = ()
    breakdowns: tuple[str, ...] = ()

    def concerns(self, measure: str, breakdown: str = "") -> bool:
        """Return whether a measure, as a whole or split, is of another series from then on."""
        return measure in self.measures or breakdown in self.breakdowns


def makings(chosen: Chosen, occupations: Occupations, codes: Iterable[str]) -> Json:
    """Return what measures are made by, as a release keeps it: the settings that matter, each definition, and the groups of each job code in use."""
    return {
        "settings": {name: getattr(chosen, name) for name in _WORDS},
        "definitions": {key: _hash(_formula(one)) for key, one in MEASURES.items()},
        "codes": {code: _code(occupations, code) for code in sorted(set(codes))},
    }


def _formula(one: Measure) -> object:
    return (
        one.numerator,
        one.denominator,
        one.scale,
        one.months,
        one.population,
        one.basis,
        [step[:2] for step in one.versions.steps],
    )


def _code(occupations: Occupations, code: str) -> list[str]:
    """Return the hashes of the groups that a code has through time, and of when it is administrative."""
    found = [(day, occupations.on(code, day)) for day in (date.min, *occupations.changes(code))]
    return [
        _hash([(day, one.group) for day, one in found]),
        _hash([(day, one.is_administrative) for day, one in found]),
    ]


def _hash(value: object) -> str:
    return sha256(repr(value).encode()).hexdigest()[:16]


def changes(before: Json, now: Json) -> tuple[Change, ...]:
    """Return what is made otherwise now than before; a measure or a code that is new changes nothing, and of what was not kept nothing is known."""
    return tuple(_changes(before, now)) if before else ()


def _changes(before: Json, now: Json) -> Iterator[Change]:
    for name, words in _WORDS.items():
        old, new = before["settings"].get(name), now["settings"][name]
        if old is not None and old != new:
            split = (Breakdown.CONTRACT.value,) if name == _HOURS else ()
            text = words.format(now=_said(name, new), before=_said(name, old))
            yield Change(text, _measures(_MATTERS[name]), split)
    for key in _differ(before["definitions"], now["definitions"]):
        yield Change(f"Definitionen af »{MEASURES[key].name}« er en anden", (key,))
    old, new = before["codes"], now["codes"]
    groups, marks = ([code for code in _differ(old, new) if old[code][place] != new[code][place]] for place in (0, 1))
    if groups:
        yield Change(f"{_named(groups)} hører til andre stillingsgrupper", (), (Breakdown.OCCUPATION.value,))
    if marks:
        measures = _measures((Component.ADMINISTRATIVE_HOURS,))
        yield Change(f"{_named(marks)} er mærket anderledes som administrative", measures)


def _differ(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    return sorted(key for key, one in now.items() if key in before and before[key] != one)


def _said(name: str, value: int) -> str:
    return number(Decimal(value) / 100 if name == _HOURS else value)


def _measures(components: Sequence[Component]) -> tuple[str, ...]:
    return tuple(key for key, one in MEASURES.items() if not set(one.components).isdisjoint(components))


def _named(codes: Sequence[str]) -> str:
    shown, more = codes[:_NAMED], len(codes) - _NAMED
    rest = f" og {number(more)} flere" if more > 0 else ""
    return f"{'Stillingskoden' if len(codes) == 1 else 'Stillingskoderne'} {', '.join(shown)}{rest}"


class UnnamedSeries(WrongInput):
    """Measures would be made otherwise than before, and nobody has said what the new series is called; `asked` is what is asked."""

    def __init__(self, asked: Json) -> None:
        """Say what changed, and what to do."""
        todo = "Giv den nye serie et navn under Personaletal, Udgivelser, Serier, og udgiv igen."
        super().__init__("\n".join([*(f"{one['text']}." for one in asked["changes"]), todo]))
        self.asked = asked


def sentence_of(found: Sequence[Change]) -> str:
    """Return the changes in words, to begin the name of the series from."""
    return " ".join(f"{one.text}." for one in found)[:LONGEST]


def written(one: Break) -> Json:
    """Return a break as a release keeps it."""
    return {**one._asdict(), "day": one.day.isoformat()}


def read(told: Iterable[Json]) -> tuple[Break, ...]:
    """Return the breaks that a release keeps, in order."""
    found = (
        Break(date.fromisoformat(one["day"]), one["text"], tuple(one["measures"]), tuple(one["breakdowns"]))
        for one in told
    )
    return tuple(sorted(found, key=lambda one: one.day))


def breaks_of(every: Sequence[Break], measure: str, breakdown: str = "") -> tuple[Break, ...]:
    """Return the breaks of a measure's own series, in order: those of its definition, and those of how it was made.

    Who came and went is counted between two censuses and all at once: there the new series begins with the year.
    """
    one = MEASURES[measure]
    own = [Break(each.day, each.text, (measure,)) for each in one.breaks if not each.source]
    found = [*own, *(each for each in every if each.concerns(measure, breakdown))]
    if one.basis is Basis.MOVEMENT:
        found = [each._replace(day=each.day.replace(month=1, day=1)) for each in found]
    return tuple(sorted(found, key=lambda each: each.day))


def is_one_series(own: Sequence[Break], first: Term, second: Term) -> bool:
    """Return whether two periods are counted alike: nothing breaks between the first day of the one and the last of the other."""
    begin, end = (
        month_of(min(map(first_month, (first, second)))).first,
        month_of(max(map(last_month, (first, second)))).after,
    )
    return not any(begin < one.day.toordinal() < end for one in own)


def since_last_break(own: Sequence[Break], terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the last of the terms, in order, that are of one series; the last itself always."""
    last = terms[-1:]
    return tuple(term for term in terms[:-1] if is_one_series(own, term, last[0])) + tuple(last)


def begins(own: Sequence[Break], terms: Sequence[Term]) -> dict[Term, tuple[Break, ...]]:
    """Return the terms in which a new series begins, or both are counted, with the breaks in each; before the first there is no line to break."""
    found: dict[Term, tuple[Break, ...]] = {}
    for term in terms[1:]:
        first, after = month_of(first_month(term)).first, month_of(last_month(term)).after
        inside = tuple(one for one in own if first <= one.day.toordinal() < after)
        if inside:
            found[term] = inside
    return found


def cuts(own: Sequence[Break], terms: Sequence[Term]) -> tuple[Term, ...]:
    """Return the terms before which a line is cut: they are not of one series with the one before."""
    return tuple(term for before, term in pairwise(terms) if not is_one_series(own, before, term))


def returns(terms: Sequence[Term], out: Sequence[Term]) -> date | None:
    """Return the day from which figures are as they were made before again, where terms older than all that are out are made now too."""
    oldest = min(map(first_month, out))
    is_older = any(last_month(term) < oldest for term in terms)
    return date.fromordinal(month_of(oldest).first) if is_older else None


def _exactly(before: Json, now: Json) -> tuple[object, object]:
    """Return what holds now and what each code that changed has become; a code that comes into use meanwhile is no other change."""
    codes = _differ(before["codes"], now["codes"])
    return sorted(now["settings"].items()), [(code, now["codes"][code]) for code in codes]


def asked(
    found: Sequence[Change], earlier: int, since: tuple[Json, Json], terms: Sequence[Term], out: Sequence[Term]
) -> Json:
    """Return what is asked about changes from the release `earlier`; `since` is what measures were made by then, and are now.

    The series may begin in any month of the terms that are to be made, after those that are out.
    """
    newest = max(map(last_month, out))
    later = sorted({first_month(term) for term in terms if term.step is Step.MONTH and first_month(term) > newest})
    months = later or [first_month(terms[0])]
    return {
        "state": _hash((earlier, found, *_exactly(*since))),
        "days": [date.fromordinal(month_of(one).first).isoformat() for one in months],
        "changes": [asdict(one) for one in found],
        "measures": sorted({key for one in found for key in one.measures}),
        "breakdowns": sorted({key for one in found for key in one.breakdowns}),
        "sentence": sentence_of(found),
    }
