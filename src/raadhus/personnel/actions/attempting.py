"""A try to release in the books: one at a time, the row of the one that begins, and what became of it."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import now as clock
from django.utils.translation import gettext as _

from raadhus.core.audit.public import Subject, record
from raadhus.kernel import changes
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import Conflict, DomainError
from raadhus.personnel.batch.asked import Made
from raadhus.personnel.models import FindingAcceptance, Release, SeriesStart
from raadhus.personnel.queries.findable import NAME, figure_keys
from raadhus.personnel.queries.findings import written
from raadhus.personnel.rules.checks.accepting import Implausible
from raadhus.personnel.rules.series import UnnamedSeries

RUNNING, PUBLISHED, REFUSED = "running", "published", "refused"


def begun(*, actor: Actor, now: datetime) -> Release:
    """Return the row of a release that begins. Raises Conflict while another one runs."""
    try:
        with transaction.atomic():
            return Release.objects.create(
                state=RUNNING, step=_("Læser løndata"), started_by=actor.name[:100], started_at=now
            )
    except IntegrityError as error:
        raise Conflict(_("Tallene er ved at blive udgivet. Vent, til det er færdigt.")) from error


def put_in_the_books(
    *, actor: Actor, row: Release, number: int, made: Made, said: tuple[str, ...], now: datetime
) -> None:
    """Write that the release is out, and that it rests on what was accepted."""
    with transaction.atomic():
        _fill(row, number, made, said)
        row.save()
        changes.announce(NAME, figure_keys())
        states = [one["state"] for one in row.findings]
        FindingAcceptance.objects.filter(state__in=states, undone_at=None, release=None).update(release=row)
        begun_here = [one.get("state") for one in made.manifest["made_of"].get("breaks", [])]
        SeriesStart.objects.filter(state__in=begun_here, release=None).update(release=row)
        record(
            actor=actor,
            event="personnel.released",
            subject=Subject("figure_release", str(row.pk), str(row)),
            data={"months": _("%(count)s perioder") % {"count": len(made.manifest["terms"])}},
            now=now,
        )


def _fill(row: Release, number: int, made: Made, said: tuple[str, ...]) -> None:
    row.number, row.state, row.finished_at = number, PUBLISHED, clock()
    row.first_month = made.first_month
    row.last_month = made.last_month
    row.known_to_date = date.fromisoformat(made.manifest["known_to"])
    row.manifest, row.manifest_sha256, row.found = made.manifest, made.sha256, list(said)
    row.step, row.done, row.total = "", 0, 0


def refused(*, actor: Actor, row: Release, error: BaseException, now: datetime) -> None:
    """Write why nothing came of the try."""
    told = (
        str(error)
        if isinstance(error, DomainError)
        else _("Programmet standsede på grund af en fejl. Intet er udgivet.")
    )
    lines = [line for line in told.split("\n") if line]
    findings = written(error.findings) if isinstance(error, Implausible) else row.findings
    series = error.asked if isinstance(error, UnnamedSeries) else {}
    changed = {
        "series": series,
        "state": REFUSED,
        "number": None,
        "found": lines,
        "findings": findings,
        "finished_at": clock(),
    }
    Release.objects.filter(pk=row.pk).update(**changed)
    record(
        actor=actor,
        event="personnel.release_refused",
        subject=Subject("figure_release", str(row.pk), "personaletallene"),
        data={"reason": _("%(count)s fund; se udgivelsen") % {"count": len(lines)}},
        now=now,
    )
