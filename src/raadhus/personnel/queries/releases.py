"""Releases as their pages show them: what is out, what stopped, and what each was made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, may, require
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.personnel.models import Release
from raadhus.personnel.queries.attacks_told import attack_words
from raadhus.personnel.queries.corrected import Waiting, term_told, waiting_in
from raadhus.personnel.rules.calendar import month_of
from raadhus.personnel.rules.choosing import period
from raadhus.personnel.rules.disclosure.lattice import Term
from raadhus.personnel.rules.terms_in_words import in_words, last_month

READ, MAKE = "personnel.read_releases", "personnel.release"
# What stopped a release may be about one person's pay or absence.
_CORRECTIONS = ("Rettelser i løndata for ", "Tallene for ")
_READ_FACTS = "workforce.read_employments"


@dataclass(frozen=True, slots=True)
class ReleaseShown:
    """One try to release figures. `found` is for who may read payroll; `findings` is how many there are."""

    key: str
    number: int | None
    state: str
    step: str
    done: int
    total: int
    first_month: str
    last_month: str
    known_to: date | None
    started_by: str
    started_at: datetime
    finished_at: datetime | None
    frozen_on: date | None
    shown: int
    hidden: int
    findings: int
    found: tuple[str, ...]
    manifest: Mapping[str, Any]
    manifest_sha256: str

    @property
    def label(self) -> str:
        """The Danish word for its state."""
        return {"running": _("Er i gang"), "published": _("Udgivet"), "refused": _("Standset")}[self.state]

    @property
    def waiting(self) -> tuple[str, ...]:
        """The terms of which payroll tells otherwise now than when they were released."""
        return tuple(term for term, one in self.manifest.get("terms", {}).items() if one["waits"])

    @property
    def waiting_words(self) -> str:
        """The same terms in words, in their order."""
        return _listed(self.waiting)

    @property
    def corrected_words(self) -> str:
        """The terms that were corrected in this release, in words and in their order."""
        terms = self.manifest.get("terms", {}).items()
        return _listed(term for term, one in terms if one.get("corrected") == self.number)

    @property
    def months(self) -> str:
        """From which month to which, in words."""
        first, last = (in_words(_term(month)) for month in (self.first_month, self.last_month))
        return _("%(first)s til %(last)s") % {"first": first, "last": last}

    @property
    def attacks(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """The attacks that were tried, each in words and as the manifest has it."""
        return tuple((attack_words(one), one) for one in self.manifest.get("attacks", ()))

    @property
    def corrections_waiting(self) -> tuple[Waiting, ...]:
        """Those terms, each since when, why, and what could be done."""
        return waiting_in((words, one) for words, one, _told in self.terms)

    @property
    def accepted(self) -> tuple[Mapping[str, Any], ...]:
        """What everybody may know of the findings that were accepted."""
        return tuple(self.manifest.get("made_of", {}).get("accepted", ()))

    @property
    def terms(self) -> tuple[tuple[str, Mapping[str, Any], str], ...]:
        """The terms in words, the newest first, each with what the manifest says of it and of its corrections."""
        listed = sorted(((_term(term), one) for term, one in self.manifest.get("terms", {}).items()), key=_newest)
        return tuple((in_words(term), one, term_told(one)) for term, one in listed)


def _listed(written: Iterable[str]) -> str:
    return ", ".join(in_words(term) for term in sorted(map(_term, written)))


def _term(written: str) -> Term:
    _step, term = period(written)
    if term is None:
        raise WrongInput(f"{written!r} er ikke en periode.")
    return term


def _newest(one: tuple[Term, Mapping[str, Any]]) -> tuple[int, int]:
    """Return where a term stands: what ends last comes first, a year before its months."""
    term = one[0]
    return -last_month(term), -term.step.months


def releases(viewer: Actor, *, now: datetime) -> tuple[ReleaseShown, ...]:
    """Return every try, the newest first."""
    require(viewer, READ, unit=WHOLE_HOUSE, now=now)
    may_see = may(viewer, _READ_FACTS, unit=WHOLE_HOUSE, now=now)
    return tuple(_shown(row, may_see=may_see) for row in Release.objects.order_by("-started_at"))


def release(viewer: Actor, number: int, *, now: datetime) -> ReleaseShown:
    """Return one release by its number. Raises NotFound."""
    require(viewer, READ, unit=WHOLE_HOUSE, now=now)
    row = Release.objects.filter(number=number).first()
    if row is None:
        raise NotFound(_("Der er ingen udgivelse med det nummer."))
    return _shown(row, may_see=may(viewer, _READ_FACTS, unit=WHOLE_HOUSE, now=now))


def _shown(row: Release, *, may_see: bool) -> ReleaseShown:
    counts = row.manifest.get("terms", {}).values()
    # What was corrected and what waits stands by itself, in words and for everybody.
    found = [one for one in row.found if not one.startswith(_CORRECTIONS)]
    return ReleaseShown(
        key=str(row.pk),
        number=row.number,
        state=row.state,
        step=row.step,
        done=row.done,
        total=row.total,
        first_month="" if row.first_month is None else month_of(row.first_month).name,
        last_month="" if row.last_month is None else month_of(row.last_month).name,
        known_to=row.known_to_date,
        started_by=row.started_by,
        started_at=row.started_at,
        finished_at=row.finished_at,
        frozen_on=row.frozen_date,
        shown=sum(one["shown"] for one in counts),
        hidden=sum(one["hidden"] for one in counts),
        findings=len(found),
        found=tuple(found) if may_see else (),
        manifest=row.manifest,
        manifest_sha256=row.manifest_sha256,
    )
