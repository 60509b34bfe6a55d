"""Absences and agreements as the detection of wrong entries takes them."""

from raadhus.core.workforce.public import AbsenceFact
from raadhus.kernel.periods import Period
from raadhus.refunds.models import Agreement
from raadhus.refunds.rules.cases import Kind
from raadhus.refunds.rules.detection import Spell


def spell_of(fact: AbsenceFact, kind: Kind) -> Spell:
    """Return the absence as a spell."""
    return Spell(fact.key, fact.employment, fact.first, fact.last, kind, fact.code, fact.sends_notification)


def agreements_in_force() -> list[tuple[str, Period]]:
    """Return every agreement as (employment, period)."""
    return [(one.employment, Period(one.start_date, one.end_date)) for one in Agreement.objects.order_by("start_date")]
