"""What fired is handed on: to the agenda of its body, or, when nobody takes it, to the owner as an obligation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from raadhus.core.obligations.actions.promises import create_obligation
from raadhus.core.obligations.models import StandingDecision
from raadhus.core.obligations.queries.shapes import Origin
from raadhus.core.obligations.queries.standing_shapes import ORIGIN_KIND
from raadhus.kernel.actors import Actor
from raadhus.kernel.errors import DomainError
from raadhus.kernel.ports import AGENDA_INTAKES, Firing

PUBLIC_LABEL = "Fra en stående beslutning"
NOBODY_TAKES_IT = "Intet rum tager imod sager til dagsordenen, så den ansvarlige har fået en forpligtelse."


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where it went, what to tell of it (Danish), and the columns that keep it."""

    label: str = ""
    url: str = ""
    note: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)


def hand_on(*, row: StandingDecision, reason: str, due: date, actor: Actor, now: datetime) -> Receipt:
    """Give it to the first room that takes cases for agendas; what a room refuses, and what no room takes, becomes an obligation."""
    refused = []
    for name, intake in AGENDA_INTAKES.items():
        try:
            with transaction.atomic():
                taken = intake.receive(_firing(row, reason, due), actor=actor, now=now)
        except DomainError as error:
            refused.append(f"Sagen blev ikke taget imod: {error}")
        else:
            columns = {
                "intake": name,
                "receipt_key": taken.key,
                "receipt_label": taken.label,
                "receipt_url": taken.url,
            }
            return Receipt(taken.label, taken.url, "", columns)
    note = f"{' '.join(refused)} Den ansvarlige har fået en forpligtelse." if refused else NOBODY_TAKES_IT
    return _promised(row, reason, due, note, actor=actor, now=now)


def _firing(row: StandingDecision, reason: str, due: date) -> Firing:
    return Firing(
        standing_key=str(row.pk),
        title=row.title,
        text=row.text,
        body=row.body,
        due=due,
        reason=reason,
        owner_key=row.owner_key,
        closed=row.closed,
        public_label=row.public_label,
        template_key=row.template_key or None,
    )


def _promised(row: StandingDecision, reason: str, due: date, note: str, *, actor: Actor, now: datetime) -> Receipt:
    """Make it an obligation of the owner."""
    address = reverse("obligations:standing", args=[row.pk])
    made = create_obligation(
        actor=actor,
        text=f"Forelæg »{row.title}« for {row.body}. {reason}",
        owner_key=row.owner_key or None,
        owner_text=row.owner_text,
        unit_key=row.unit_key or None,
        due=due.isoformat(),
        origin=Origin(ORIGIN_KIND, str(row.pk), f"Stående beslutning: {row.title}", address),
        to_body=row.body,
        closed=row.closed,
        # Were it closed later, its origin's name would tell what the standing decision is about.
        public_label=row.public_label or PUBLIC_LABEL,
        now=now,
    )
    label = f"Forpligtelse: {row.owner_text or row.owner_key or row.unit_key}"
    columns = {
        "obligation_id": made.key,
        "receipt_key": made.key,
        "receipt_label": label,
        "receipt_url": made.url,
    }
    return Receipt(label, made.url, note, columns)
