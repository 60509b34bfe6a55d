"""Verdicts in words: the sentences of the page "Hvorfor må Mette se dette?"."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.formats import date_format
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadhus.core.access.models import Account
from raadhus.core.access.queries.decisions import explain
from raadhus.core.access.queries.requirement import require
from raadhus.core.access.queries.units import unit_label
from raadhus.core.access.rules.policy import ALLOWING, WHOLE_HOUSE, Grant, Reason, ReasonCode, Verdict
from raadhus.core.audit.public import Subject
from raadhus.kernel.actors import Actor, ActorKind
from raadhus.kernel.roles import Role

_SENTENCES = {
    ReasonCode.SYSTEM: gettext_lazy("Systemet selv gør det, som det er programmeret til."),
    ReasonCode.EVERYBODY: gettext_lazy("Det må alle, også uden at være logget ind."),
    ReasonCode.EVERY_EMPLOYEE: gettext_lazy("Det må alle, der har en konto."),
    ReasonCode.GRANTED: gettext_lazy("Rollen %(role)s giver lov: den er givet i %(where)s og gælder %(period)s."),
    ReasonCode.TOKEN_NARROWS: gettext_lazy("API-nøglen er ikke oprettet til denne handling."),
    ReasonCode.NO_LOGIN: gettext_lazy("Der er ingen åben konto, og handlingen er ikke for alle."),
    ReasonCode.NO_GRANT: gettext_lazy("Personen har ingen roller ud over at være medarbejder."),
    ReasonCode.OTHER_ROLE: gettext_lazy("Rollen %(role)s giver ikke lov til denne handling."),
    ReasonCode.NOT_BEGUN: gettext_lazy("Rollen %(role)s i %(where)s ville give lov, men gælder først %(period)s."),
    ReasonCode.ENDED: gettext_lazy("Rollen %(role)s i %(where)s gav lov, men gjaldt kun %(period)s."),
    ReasonCode.OTHER_UNIT: gettext_lazy("Rollen %(role)s er givet i %(where)s, og der hører det ikke under."),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning in words; `speaks_for` is True when it gives leave."""

    sentence: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """A verdict in words: the conclusion, every step behind it, and which roles could do the verb at all."""

    verdict: Verdict
    conclusion: str
    steps: tuple[Step, ...]
    roles: tuple[Role, ...]


def explain_person(
    *, viewer: Actor, person_key: str, verb: str, unit: str | None, on: date, now: datetime
) -> Explanation:
    """Return why a person may, or may not, do a verb in a unit on a day; an unknown person stands like the public.

    Raises NotAllowed when the viewer may not ask, UnknownVerb for a verb no room declared.
    """
    account = Account.objects.filter(person_key=person_key).first()
    name = account.name if account else person_key
    require(viewer, "access.explain", now=now, subject=Subject("account", person_key, name))
    noon = datetime.combine(on, time(12), tzinfo=get_current_timezone())
    verdict = explain(Actor(ActorKind.PERSON, person_key, name), verb, unit=unit, now=noon)
    steps = tuple(Step(sentence_of(reason, on), reason.code in ALLOWING) for reason in verdict.reasons)
    roles = tuple(role for role in Role if role in verdict.verb.roles)
    return Explanation(verdict, _conclusion(name, verdict), steps, roles)


def sentence_of(reason: Reason, on: date) -> str:
    """Return one reason as a sentence."""
    sentence = str(_SENTENCES[reason.code])
    grant = reason.grant
    if grant is None:
        return sentence
    return sentence % {
        "role": grant.role.label,
        "where": unit_label(grant.unit_key, on) or _("hele kommunen"),
        "period": _period(grant),
    }


def _period(grant: Grant) -> str:
    begin = date_format(grant.period.start, "j. F Y")
    if grant.period.end is None:
        return _("fra %(start)s") % {"start": begin}
    return _("fra %(start)s til %(end)s (ikke med)") % {"start": begin, "end": date_format(grant.period.end, "j. F Y")}


def _conclusion(name: str, verdict: Verdict) -> str:
    """Return yes or no as a sentence; without a unit, yes means in one place at least and no means nowhere."""
    where = _where(verdict)
    values = {
        "name": name,
        "label": _(verdict.verb.label),
        "where": where,
        "day": date_format(verdict.on, "j. F Y"),
    }
    if not where:
        at_all = _("Ja. %(name)s må den %(day)s: %(label)s."), _("Nej. %(name)s må ikke den %(day)s: %(label)s.")
        return at_all[0 if verdict.allowed else 1] % values
    if verdict.allowed:
        return _("Ja. %(name)s må %(where)s den %(day)s: %(label)s.") % values
    return _("Nej. %(name)s må ikke %(where)s den %(day)s: %(label)s.") % values


def _where(verdict: Verdict) -> str:
    if verdict.unit_key is None:
        return ""
    if verdict.unit_key == WHOLE_HOUSE:
        return _("i hele kommunen")
    return _("i %(unit)s") % {"unit": unit_label(verdict.unit_key, verdict.on)}
