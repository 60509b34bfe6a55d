"""The API of payroll's sources."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema

from raadhus.core.access.public import actor_of
from raadhus.core.workforce.actions import sources as actions
from raadhus.core.workforce.queries import sources as queries
from raadhus.core.workforce.queries.sources import Source
from raadhus.core.workforce.rules.mapping import mapping_from_json, mapping_to_json
from raadhus.core.workforce.rules.profiles import PROFILES
from raadhus.core.workforce.rules.rows import Subject
from raadhus.kernel.doors import door

router = Router()


class PayrollSourceOut(Schema):
    """A source; `mapping` has the form that PUT takes."""

    key: str
    name: str
    subject: Subject
    mapping: dict[str, Any]
    accepts_cpr: bool
    is_active: bool
    created_at: datetime
    changed_at: datetime
    last_run_at: datetime | None


class PayrollSourceIn(Schema):
    """What a source is to be. `base` is `changed_at` as it was read: a later change by somebody else is then not overwritten."""

    name: str = Field(min_length=1, max_length=200)
    mapping: dict[str, Any]
    is_active: bool = True
    base: datetime | None = None


class PayrollReasonIn(Schema):
    """Why."""

    reason: str = Field(min_length=1, max_length=500)


def _out(one: Source) -> PayrollSourceOut:
    names = ("key", "name", "subject", "accepts_cpr", "is_active", "created_at", "changed_at", "last_run_at")
    fields = {name: getattr(one, name) for name in names}
    return PayrollSourceOut(**fields, mapping=mapping_to_json(one.mapping))


@router.get("sources", response=list[PayrollSourceOut], summary="Lønkilder med deres opsætning")
@door("workforce.read_sources")
def list_sources(request: HttpRequest) -> list[PayrollSourceOut]:
    """Return every source by name."""
    return [_out(one) for one in queries.sources(actor_of(request), now=timezone.now())]


@router.get("source-profiles", response=dict[str, dict[str, Any]], summary="Færdige opsætninger")
@door("workforce.read_sources")
def list_profiles(request: HttpRequest) -> dict[str, dict[str, Any]]:
    """Return the ready-made mappings by key."""
    del request
    return {key: mapping_to_json(mapping) for key, mapping in PROFILES.items()}


@router.get("sources/{slug:key}", response=PayrollSourceOut, summary="En lønkilde")
@door("workforce.read_sources")
def one_source(request: HttpRequest, key: str) -> PayrollSourceOut:
    """Return one source."""
    return _out(queries.source(actor_of(request), key, now=timezone.now()).source)


@router.put("sources/{slug:key}", response=PayrollSourceOut, summary="Sæt en lønkilde op, eller ret den")
@door("workforce.set_source")
def set_source(request: HttpRequest, key: str, given: PayrollSourceIn) -> PayrollSourceOut:
    """Set a source up, or change it."""
    made = actions.set_source(
        actor=actor_of(request),
        key=key,
        name=given.name,
        mapping=mapping_from_json(given.mapping),
        is_active=given.is_active,
        base=given.base,
        now=timezone.now(),
    )
    return _out(made)


@router.post("sources/{slug:key}/accept-cpr", response=PayrollSourceOut, summary="Tillad CPR-numre i kildens filer")
@door("workforce.accept_cpr")
def accept_cpr(request: HttpRequest, key: str, given: PayrollReasonIn) -> PayrollSourceOut:
    """Let CPR numbers stand in the source's files."""
    return _out(actions.accept_cpr(actor=actor_of(request), key=key, reason=given.reason, now=timezone.now()))


@router.post("sources/{slug:key}/refuse-cpr", response=PayrollSourceOut, summary="Afvis CPR-numre igen")
@door("workforce.refuse_cpr")
def refuse_cpr(request: HttpRequest, key: str, given: PayrollReasonIn) -> PayrollSourceOut:
    """Refuse CPR numbers again."""
    return _out(actions.refuse_cpr(actor=actor_of(request), key=key, reason=given.reason, now=timezone.now()))
