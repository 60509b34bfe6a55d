"""The API of NemRefusion's statuses, agreements, settings, recalculation and forgetting."""

from datetime import date, datetime
from uuid import UUID

from django.conf import settings as django_settings
from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, File, Query, Router, Schema
from ninja.files import UploadedFile

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import WrongInput
from raadhus.refunds.actions import agreements as agreeing
from raadhus.refunds.actions import forgetting, recalculating, statuses
from raadhus.refunds.actions import settings as setting
from raadhus.refunds.queries import assumptions, keeping
from raadhus.refunds.rules.following import Standing
from raadhus.refunds.rules.setting import Chosen

router = Router()


class StatusProblemOut(Schema):
    """What is wrong: line 0 is the file as a whole, an empty column the whole row."""

    line: int
    column: str
    message: str


class StatusRunOut(Schema):
    """One file of NemRefusion's; a refused one changed nothing."""

    key: UUID
    file_name: str
    is_refused: bool
    rows: int
    matched: int
    changed: int
    problem_count: int
    imported_by: str
    imported_at: datetime
    problems: list[StatusProblemOut]


class StatusNoticeOut(Schema):
    """What NemRefusion said of an absence that fits none of ours."""

    employment: str
    first: date
    standing: Standing
    notified: date | None
    claimed: date | None
    reason: str
    file_name: str
    line: int


class AgreementIn(Schema):
    """A section 56 agreement through its last day; the same start again gives it another last day."""

    employment: str = Field(min_length=1, max_length=100)
    start: date
    last: date


class AgreementOut(AgreementIn):
    """An agreement."""

    key: UUID
    name: str
    is_in_force: bool


class AgreementMadeOut(Schema):
    """The agreement's key."""

    key: UUID


class RemovalIn(Schema):
    """Why it never was."""

    reason: str = Field(min_length=1, max_length=500)


class ChosenModel(Schema):
    """The interpretations, the thresholds, and how long cases are kept."""

    count_public_holidays: bool = True
    notification_days: int = 35
    alarm_days: int = 28
    use_monthly_pay: bool = True
    wage_percent: int = 92
    newly_employed: bool = True
    threshold_ore: int = 300_000_00
    rise_percent: int = 25
    least_cases: int = 5
    kept_months: int = 60


class RefundSettingsIn(ChosenModel):
    """What shall hold from a day on, and why."""

    start: date
    reason: str = Field(min_length=1, max_length=500)


class RefundSettingsOut(ChosenModel):
    """What holds; `start` is null for what holds without anybody's word."""

    start: date | None
    reason: str
    set_by: str
    assumptions: list[str]


class RecalculatedOut(Schema):
    """What came of it."""

    as_of: date
    cases: int
    changed: int
    lost_ore: int


class ForgottenOut(Schema):
    """How many cases were deleted."""

    forgotten: int


class AgreementsAskedIn(Schema):
    """What the list is narrowed to."""

    text: str = Field("", max_length=100)


def _run(run: keeping.RunShown) -> StatusRunOut:
    return StatusRunOut.from_orm(run)


@router.post("nemrefusion", response=StatusRunOut, summary="Indlæs status fra NemRefusion")
@door("refunds.import_statuses")
def import_statuses(request: HttpRequest, file: File[UploadedFile]) -> StatusRunOut:
    """Import one file. A refused one has its problems and changed nothing."""
    if (file.size or 0) > django_settings.DOCUMENTS_MAX_BYTES:
        raise WrongInput(f"Filen fylder over {django_settings.DOCUMENTS_MAX_BYTES // 1_000_000} MB: del den.")
    made = statuses.import_statuses(
        actor=actor_of(request), file_name=file.name or "fil", data=file.read(), now=timezone.now()
    )
    return _run(keeping.run_shown(made))


@router.get("nemrefusion/runs", response=list[StatusRunOut], summary="Indlæsninger fra NemRefusion, nyeste først")
@door("refunds.import_statuses")
def status_runs(request: HttpRequest) -> list[StatusRunOut]:
    """Return the newest runs with their reports."""
    return [_run(one) for one in keeping.runs(actor_of(request), timezone.now())]


@router.get("nemrefusion/unmatched", response=list[StatusNoticeOut], summary="Status, der ikke passer til et fravær")
@door("refunds.read_cases")
def unmatched_statuses(request: HttpRequest) -> list[StatusNoticeOut]:
    """Return what fits no absence. The look leaves a trace."""
    return [StatusNoticeOut.from_orm(one) for one in keeping.unmatched(actor_of(request), timezone.now())]


@router.get("agreements", response=list[AgreementOut], summary="§ 56-aftaler")
@door("refunds.read_cases")
def list_agreements(request: HttpRequest, asked: Query[AgreementsAskedIn]) -> list[AgreementOut]:
    """Return the agreements, those in force first. The look leaves a trace."""
    found = keeping.agreements(actor_of(request), timezone.now(), asked.text)
    return [AgreementOut.from_orm(one) for one in found]


@router.put("agreements", response=AgreementMadeOut, summary="Før en § 56-aftale")
@door("refunds.set_agreement")
def set_agreement(request: HttpRequest, given: AgreementIn) -> AgreementMadeOut:
    """Write an agreement down, or give it another last day."""
    key = agreeing.set_agreement(actor=actor_of(request), **given.dict(), now=timezone.now())
    return AgreementMadeOut(key=UUID(key))


@router.post("agreements/{uuid:key}/remove", response=None, summary="Fjern en § 56-aftale, der ikke har været der")
@door("refunds.set_agreement")
def remove_agreement(request: HttpRequest, key: UUID, given: RemovalIn) -> None:
    """Remove it, with a reason."""
    agreeing.remove_agreement(actor=actor_of(request), key=str(key), reason=given.reason, now=timezone.now())


def _settings(held: assumptions.SettingsOn) -> RefundSettingsOut:
    chosen = ChosenModel.from_orm(held.chosen).dict()
    texts = [one.text for one in held.rules.assumptions]
    return RefundSettingsOut(**chosen, start=held.start, reason=held.reason, set_by=held.set_by, assumptions=texts)


@router.get("settings", response=list[RefundSettingsOut], summary="Forudsætninger og grænser, fra den ældste dag")
@door("refunds.read_settings")
def list_settings(request: HttpRequest) -> list[RefundSettingsOut]:
    """Return every version, the oldest first."""
    return [_settings(one) for one in assumptions.overview(actor_of(request), timezone.now()).versions]


@router.put("settings", response=RefundSettingsOut, summary="Sæt forudsætninger fra en dag")
@door("refunds.set_settings")
def set_settings(request: HttpRequest, given: RefundSettingsIn) -> RefundSettingsOut:
    """Let the settings hold from their day; cases follow at the next recalculation."""
    held = setting.set_settings(
        actor=actor_of(request),
        start=given.start,
        chosen=Chosen(**given.dict(exclude={"start", "reason"})),
        reason=given.reason,
        now=timezone.now(),
    )
    return _settings(held)


@router.post("recalculate", response=RecalculatedOut, summary="Genberegn alle refusionssager")
@door("refunds.recalculate")
def recalculate(request: HttpRequest) -> RecalculatedOut:
    """Work every case out anew as it stands today."""
    now = timezone.now()
    made = recalculating.recalculate(actor=actor_of(request), today=timezone.localdate(now), now=now)
    return RecalculatedOut(as_of=made.as_of_date, cases=made.cases, changed=made.changed, lost_ore=made.lost_ore)


@router.post("forget", response=ForgottenOut, summary="Slet refusionssager, der har været gemt længe nok")
@door("refunds.forget")
def forget(request: HttpRequest) -> ForgottenOut:
    """Delete them; sums and statements stay."""
    now = timezone.now()
    return ForgottenOut(forgotten=forgetting.forget(actor=actor_of(request), today=timezone.localdate(now), now=now))
