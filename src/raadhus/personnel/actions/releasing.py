"""Figures are released: facts in, a cube out, everything of it or nothing. Run as a process of its own (`raadhus personnel publish`)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.kernel.actors import Actor, system
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.actions.attempting import begun, put_in_the_books, refused
from raadhus.personnel.batch.alone import alone
from raadhus.personnel.batch.asked import Asked, Made
from raadhus.personnel.batch.laying_out import LaidOut, lay_out
from raadhus.personnel.batch.making import Making
from raadhus.personnel.batch.store import Store
from raadhus.personnel.models import Release
from raadhus.personnel.queries.cubes import newest_release
from raadhus.personnel.queries.findings import accepted_reasons, written
from raadhus.personnel.queries.naming_series import next_breaks
from raadhus.personnel.queries.payroll import Payroll, read_payroll

# Nobody looks at a person when figures are made, whoever asked for it; who asked is in the trail.
_READER = system("personnel", "Udgivelse af personaletal")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try: the release, or None when there was nothing new; and what is to be told."""

    release: Release | None
    told: tuple[str, ...] = ()


def release_figures(
    *,
    actor: Actor,
    today: date,
    now: datetime,
    progress: Progress | None = None,
    workers: int = 1,
    is_rehearsal: bool = False,
) -> Outcome:
    """Release what is new in payroll. Raises Conflict while another release runs, and WrongInput when the facts or an attack stop it.

    Terms that are out are never changed. A rehearsal does everything but publish.
    """
    require(actor, "personnel.release", unit=WHOLE_HOUSE, now=now)
    store = Store(Path(settings.PERSONNEL_FOLDER))
    with alone(store):
        attempt = _Attempt(begun(actor=actor, now=now), actor, store, today, now, progress, workers, is_rehearsal)
        try:
            return attempt.run()
        except BaseException as error:
            attempt.refuse(error)
            raise


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One try to release, from its row to its end."""

    row: Release
    actor: Actor
    store: Store
    today: date
    now: datetime
    progress: Progress | None
    workers: int
    is_rehearsal: bool

    def run(self) -> Outcome:
        """Make the release and put it in its place, or say that there is nothing new."""
        newest = newest_release()
        payroll = read_payroll(_READER, now=self.now)
        laid, asked = self._prepared(payroll, newest)
        making = Making(self.store, laid.facts, asked)
        if not making.fresh:
            self.row.delete()
            return Outcome(None, (_("Der er ingen nye måneder at udgive."),))
        with self.store.drafts(asked.number) as drafts:
            made = making.make(drafts, self._tell)
            if made.stopped:
                raise WrongInput("\n".join(made.stopped))
            said = (*(one.sentence for one in laid.findings), *made.told)
            if self.is_rehearsal:
                self.row.delete()
                return Outcome(None, said)
            self._put(drafts, asked, made, said)
        return Outcome(self.row, said)

    def _prepared(self, payroll: Payroll, newest: Release | None) -> tuple[LaidOut, Asked]:
        laid = lay_out(payroll, self.today, accepted_reasons())
        self.row.findings = written(laid.findings)
        breaks = next_breaks(newest, laid.facts.about["series"], laid.terms)
        laid = replace(laid, facts=replace(laid.facts, about={**laid.facts.about, "breaks": breaks}))
        earlier = 0 if newest is None else newest.number or 0
        numbers = Release.objects.filter(number__isnull=False).order_by("-number").values_list("number", flat=True)
        highest = numbers.first() or 0
        asked = Asked(highest + 1, laid.terms, earlier, self.actor.name, self.now, self.workers)
        return laid, asked

    def _tell(self, step: str, done: int, total: int) -> None:
        Release.objects.filter(pk=self.row.pk).update(step=step[:200], done=done, total=total)
        if self.progress is not None:
            self.progress(step, done, total)

    def _put(self, drafts: tuple[Path, Path], asked: Asked, made: Made, said: tuple[str, ...]) -> None:
        """Put the files in place and the release in the books, both or neither."""
        # A process that was killed here left a release that is in no book; its number is ours.
        self.store.take_back(asked.number)
        self.store.put(drafts, asked.number)
        try:
            put_in_the_books(actor=self.actor, row=self.row, number=asked.number, made=made, said=said, now=self.now)
        except BaseException:
            self.store.take_back(asked.number)
            raise

    def refuse(self, error: BaseException) -> None:
        """Say why nothing came of it. A rehearsal leaves no row."""
        if self.is_rehearsal:
            Release.objects.filter(pk=self.row.pk).delete()
        else:
            refused(actor=self.actor, row=self.row, error=error, now=self.now)
