"""The standing decision that the room lives by: the board hears of lost refund only when the level gives cause for concern."""

from decimal import Decimal

from raadhus.core.obligations.public import Comparison, Condition, Recurrence, Rhythm, Terms
from raadhus.refunds.queries.board_cases import TEMPLATE
from raadhus.refunds.queries.figures import CONCERN, UNITS


def statement_terms(
    *, body: str = "Direktionen", month: int = 3, owner_key: str | None = None, closed: bool = True
) -> Terms:
    """Return the terms of the standing decision: looked at once a year in `month`, it proposes the case when the figure is 1."""
    return Terms(
        title="Tabt sygedagpengerefusion",
        text="Direktionen orienteres om tabt sygedagpengerefusion, når niveauet giver anledning til bekymring, og ellers ikke.",
        body=body,
        recurrence=Recurrence(Rhythm.YEARLY, months=(month,)),
        condition=Condition(CONCERN, Comparison.OVER, Decimal(0), UNITS[CONCERN]),
        owner_key=owner_key,
        owner_text="" if owner_key else "HR",
        closed=closed,
        public_label="Opgørelse fra HR" if closed else "",
        template_key=TEMPLATE,
    )
