"""Figures of deciding: how long cases take, how often they are put off, and decisions that nobody answers for.

They are counts over items decided in a period and hold nothing from inside one.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from statistics import median

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localdate

from raadhus.kernel.actors import Actor
from raadhus.kernel.ports import Figure, FigureValue, OwnerlessDecision
from raadhus.meetings.models import CaseDraft, GivenOutcome, PromisedObligation, Treatment
from raadhus.meetings.queries.draft_sight import visible_drafts
from raadhus.meetings.queries.treatment_address import treatment_address
from raadhus.meetings.rules.outcomes import Outcome

_YEAR = timedelta(days=365)
_SOURCE = "Møder afholdt i raadhus"
# A remark and a decision of the body's own ask somebody to do something.
_BINDS = frozenset({Outcome.APPROVED_WITH_REMARKS, Outcome.REPLACED})
FIGURES = (
    Figure(
        "meetings.days_to_decision",
        "Dage fra bestilling til beslutning",
        "dage",
        _SOURCE,
        "Medianen af dage fra sagens første behandling blev oprettet, til punktet blev afgjort; punkter afgjort de seneste 12 måneder.",
    ),
    Figure(
        "meetings.deferred_share",
        "Andel punkter, der blev udsat",
        "pct.",
        _SOURCE,
        "Punkter med mindst én udsat indstilling af alle afsluttede punkter de seneste 12 måneder.",
    ),
    Figure(
        "meetings.minutes_per_item",
        "Minutter pr. punkt",
        "minutter",
        _SOURCE,
        "Medianen af tiden, fra et punkt begyndte, til det blev afsluttet; de seneste 12 måneder.",
    ),
)


def decided_items(start: date, end: date) -> QuerySet[Treatment]:
    """Return the items that were closed at meetings in [start, end)."""
    return Treatment.objects.filter(sitting__date__gte=start, sitting__date__lt=end, decided_at__isnull=False)


class DecidingFigures:
    """The port FigureSource, and DecisionFigures: decisions without an owner."""

    def figures(self) -> Sequence[Figure]:
        """Return every figure that can be asked for."""
        return FIGURES

    def value(self, key: str, on: date) -> FigureValue | None:
        """Return what the figure was on a day, over the twelve months before it; None when nothing was decided."""
        figure = next((one for one in FIGURES if one.key == key), None)
        found = _worked_out(key, decided_items(on - _YEAR, on)) if figure else None
        if figure is None or found is None:
            return None
        return FigureValue(found, figure.unit, f"12 måneder til {on:%d-%m-%Y}", figure.source, on)

    def without_owner(self, viewer: Actor, *, start: date, end: date, now: datetime) -> Sequence[OwnerlessDecision]:
        """Return decisions that bind somebody and have no owner: something was ordered without one, or a remark with no order."""
        shown = visible_drafts(viewer, now).values_list("pk", flat=True)
        rows = decided_items(start, end).filter(draft__in=shown).select_related("sitting__body", "draft")
        rows = rows.prefetch_related(
            Prefetch("promises", PromisedObligation.objects.order_by("position")),
            Prefetch("outcomes", GivenOutcome.objects.order_by("pk")),
        )
        return [_ownerless(one) for one in rows.order_by("sitting__date", "draft__position") if _lacks_owner(one)]


def _lacks_owner(one: Treatment) -> bool:
    promises = list(one.promises.all())
    if promises:
        return any(not (each.owner_key or each.owner_text) for each in promises)
    return any(Outcome(each.outcome) in _BINDS for each in one.outcomes.all())


def _ownerless(one: Treatment) -> OwnerlessDecision:
    sitting = one.sitting
    label = f"{sitting.body.name} {sitting.date:%d-%m-%Y}, punkt {one.number}"
    name = label if one.draft.closed else f"{label}: {one.draft.title}"
    return OwnerlessDecision(str(one.pk), name, sitting.body.name, sitting.date, treatment_address(one.pk))


def _worked_out(key: str, rows: QuerySet[Treatment]) -> int | None:
    items = list(rows.select_related("draft", "sitting").prefetch_related("outcomes"))
    if key == "meetings.days_to_decision":
        begun = _begun(items)
        return _middle((one.sitting.date - begun[one.draft_id]).days for one in items)
    if key == "meetings.deferred_share":
        put_off = sum(any(each.outcome == Outcome.DEFERRED for each in one.outcomes.all()) for one in items)
        return round(100 * put_off / len(items)) if items else None
    return _middle(minutes for one in items if (minutes := _minutes(one)) is not None)


def _begun(items: Iterable[Treatment]) -> dict[object, date]:
    """Return the day on which each draft's case was begun: that of the first of its treatments."""
    rows = {row.pk: row for row in CaseDraft.objects.only("pk", "previous_id", "created_at")}
    begun: dict[object, date] = {}
    for one in items:
        row = rows[one.draft_id]
        while row.previous_id is not None:
            row = rows[row.previous_id]
        begun[one.draft_id] = localdate(row.created_at)
    return begun


def _minutes(one: Treatment) -> int | None:
    if one.started_at is None or one.decided_at is None:
        return None
    return int((one.decided_at - one.started_at).total_seconds() // 60)


def _middle(values: Iterable[int]) -> int | None:
    found = [max(0, value) for value in values]
    return round(median(found)) if found else None


deciding_figures = DecidingFigures()
