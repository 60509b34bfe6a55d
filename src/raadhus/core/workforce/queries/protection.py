"""The input sheet for the impact assessment: what is kept, why, on what ground, who sees it, and how long, as the house is set up today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from raadhus.core.access.public import policy_table, require
from raadhus.core.workforce.models import PayrollSource
from raadhus.core.workforce.queries.due import edges
from raadhus.core.workforce.rules.mapping import FIELDS
from raadhus.core.workforce.rules.protection import GROUNDS, Ground
from raadhus.core.workforce.rules.retention import Span
from raadhus.core.workforce.rules.rows import Subject
from raadhus.kernel.actors import Actor
from raadhus.kernel.roles import Role

_ROOM = "workforce."


@dataclass(frozen=True, slots=True)
class Datum:
    """One piece of data: what it is, what it is for, whether it tells of health, and how many sources give it today."""

    label: str
    purpose: str
    is_health: bool
    sources: int


@dataclass(frozen=True, slots=True)
class Seer:
    """What may be done, by whom, and whether each time leaves a trace."""

    label: str
    roles: tuple[str, ...]
    is_traced: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet. `cpr_sources` are the names of sources whose files may hold CPR numbers."""

    employments: Sequence[Datum]
    absences: Sequence[Datum]
    grounds: Sequence[Ground]
    seers: Sequence[Seer]
    spans: Sequence[Span]
    protections: Sequence[str]
    questions: Sequence[str]
    cpr_sources: Sequence[str]


def protection_sheet(viewer: Actor, *, today: date, now: datetime) -> Sheet:
    """Return the sheet as things stand. Needs "workforce.read_retention"."""
    require(viewer, "workforce.read_retention", now=now)
    sources = list(PayrollSource.objects.filter(is_active=True).order_by("name"))
    return Sheet(
        employments=_data(Subject.EMPLOYMENTS, _employment_purposes(), sources),
        absences=_data(Subject.ABSENCES, _absence_purposes(), sources),
        grounds=GROUNDS,
        seers=_seers(),
        spans=tuple(edges(today).spans.values()),
        protections=_protections(),
        questions=_questions(),
        cpr_sources=[one.name for one in sources if one.accepts_cpr],
    )


def _data(subject: Subject, purposes: Mapping[str, str], sources: Sequence[PayrollSource]) -> list[Datum]:
    own = [one.mapping.get("columns", {}) for one in sources if one.subject == subject]
    health = {"code", "first", "last", "weekly_hours_away", "absence"} if subject is Subject.ABSENCES else {"form"}
    return [
        Datum(
            label=_(field.label),
            purpose=purposes.get(field.name, _("Til tal om personale.")),
            is_health=field.name in health,
            sources=sum(1 for columns in own if columns.get(field.name)),
        )
        for field in FIELDS[subject]
    ]


def _employment_purposes() -> Mapping[str, str]:
    return {
        "employment": _("Nøglen, som fravær og refusion hænger på."),
        "person": _("Pseudonym nøgle, så to ansættelser af samme person tælles som én."),
        "name": _("Vises for lederen på egne åbne sager og for HR."),
        "unit": _("Hvem der er leder, og hvilket center et tab hører til."),
        "start": _("Hvilke vilkår der gjaldt på fraværets første dag."),
        "last": _("Hvornår ansættelsen og dermed slettefristen slutter."),
        "left": _("Hvornår ansættelsen og dermed slettefristen slutter."),
        "weekly_hours": _("Timerne, som refusionen beregnes af."),
        "fraction": _("Timerne, som refusionen beregnes af."),
        "form": _("Fleksjob og nyansatte har andre regler for refusion. Fleksjob fortæller om helbred."),
        "hired": _("Nyansatte har andre regler for refusion."),
        "monthly_pay": _("Refusionen kan aldrig være mere end lønnen."),
    }


def _absence_purposes() -> Mapping[str, str]:
    return {
        "employment": _("Hvilken ansættelse fraværet hører til."),
        "first": _("Fristerne for anmeldelse og anmodning regnes fra den."),
        "last": _("Hvor mange dage refusionen dækker."),
        "code": _("Arten afgør, hvilken regel der gælder: § 56, arbejdsskade, delvis sygdom."),
        "absence": _("Nøglen, så en rettelse genkendes."),
        "weekly_hours_away": _("Timerne ved delvis sygdom."),
        "registered": _("Om fraværet blev registreret i tide, og hvad et tab skyldtes."),
    }


def _seers() -> list[Seer]:
    own = [verb for name, verb in sorted(policy_table().items()) if name.startswith(_ROOM)]
    order = list(Role)
    return [
        Seer(_(verb.label), tuple(_(role.label) for role in sorted(verb.roles, key=order.index)), verb.sensitive)
        for verb in own
    ]


def _protections() -> list[str]:
    return [
        _(
            "CPR-numre afvises i filerne; kun databeskyttelsesrådgiveren kan tillade dem for en kilde, med en begrundelse i sporet."
        ),
        _("Fravær kræver sin egen ret. Uden den vises kun ansættelsens vilkår."),
        _("Hvert opslag på en ansættelse og på dens fravær skrives i et spor, som ikke kan rettes uden at det ses."),
        _("En rolle gælder for en enhed og en periode; slutter den, er adgangen væk samme dag."),
        _(
            "Ledere ser ikke løndata. I rummet for refusion ser de egne enheders åbne sager, i deres periode som ledere; direktionen ser summer."
        ),
        _("Sletning når rækker, tidligere udgaver og rapporter. Sikkerhedskopier udløber for sig selv."),
        _("Sager fra jobcenter og sygedagpengeafdeling kobles aldrig sammen med arbejdsgiverens oplysninger."),
    ]


def _questions() -> list[str]:
    return [
        _("Hvem er dataansvarlig for behandlingen internt, og hvem godkender slettefristerne?"),
        _("Er retsgrundlagene, der står som ikke efterprøvet, vurderet af databeskyttelsesrådgiveren?"),
        _("Er der en databehandleraftale med lønleverandøren, der dækker udtrækkene?"),
        _("Er behandlingen skrevet i fortegnelsen, og er medarbejderne oplyst om den?"),
        _("Hvor længe gemmes sikkerhedskopierne?"),
        _("Hvem ser hver måned igennem, hvem der har slået op?"),
    ]
