"""What HR may write about a case, and what may not be written: one sentence says why not."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from raadhus.kernel.danish import short_date
from raadhus.kernel.errors import WrongInput
from raadhus.kernel.sources import rule
from raadhus.refunds.rules.cases import Cause
from raadhus.refunds.rules.deadlines import SECTION_59, dispensed_until
from raadhus.refunds.rules.following import Dispensation, Ground, Standing
from raadhus.refunds.rules.rates import FIRST_DAY


@dataclass(frozen=True, slots=True)
class Written:
    """What is written about a case by hand, or was before; dates and standing are NemRefusion's, the rest is HR's own."""

    cause: Cause | None = None
    year: int | None = None
    remark: str = ""
    standing: Standing = Standing.UNKNOWN
    notified: date | None = None
    claimed: date | None = None
    latest_claim: date | None = None
    refusal_reason: str = ""
    dispensation: Dispensation = Dispensation.NONE
    ground: Ground | None = None


_LABELS = {
    "cause": "årsagen",
    "year": "året",
    "remark": "bemærkningen",
    "standing": "status",
    "notified": "anmeldt",
    "claimed": "anmodet",
    "latest_claim": "seneste anmodning",
    "refusal_reason": "grunden til afvisning",
    "dispensation": "dispensation",
    "ground": "dispensationsgrund",
}
_FREE = frozenset({"remark", "refusal_reason"})


def checked(written: Written, first: date, today: date) -> Written:
    """Return what may be written about an absence that began on `first`. Raises WrongInput with the first thing that may not."""
    _check_days(written, first, today)
    _check_standing(written)
    _check_dispensation(written, first, today)
    if written.year is not None and not FIRST_DAY.year <= written.year <= today.year + 1:
        raise WrongInput(f"Året {written.year} kan ikke være opgørelsens år; skriv et mellem {FIRST_DAY.year} og i år.")
    return written


def _check_days(written: Written, first: date, today: date) -> None:
    for name in ("notified", "claimed", "latest_claim"):
        day: date | None = getattr(written, name)
        if day is not None and day < first:
            raise WrongInput(f"{_title(name)} {short_date(day)} ligger før første fraværsdag {short_date(first)}.")
        if day is not None and day > today:
            raise WrongInput(f"{_title(name)} {short_date(day)} er ikke kommet endnu.")
    if written.claimed and written.notified and written.claimed < written.notified:
        raise WrongInput("Anmodningen kan ikke være underskrevet før anmeldelsen.")
    if written.latest_claim and (written.claimed is None or written.latest_claim < written.claimed):
        raise WrongInput("Den seneste anmodning kan ikke ligge før den første.")


def _check_standing(written: Written) -> None:
    if written.standing is Standing.UNSIGNED and (written.notified or written.claimed):
        raise WrongInput("En anmeldelse, der ikke er underskrevet, har ingen dato. Fjern datoen, eller vælg »Anmeldt«.")
    if written.standing is Standing.SIGNED and not written.notified:
        raise WrongInput("Skriv, hvornår anmeldelsen er underskrevet.")
    if written.standing in {Standing.CLAIMED, Standing.PAID} and not written.claimed:
        raise WrongInput("Skriv, hvornår anmodningen er underskrevet.")
    if written.standing is Standing.REFUSED and not written.refusal_reason.strip():
        raise WrongInput("Skriv, hvorfor refusionen er afvist.")


@rule(SECTION_59)
def _check_dispensation(written: Written, first: date, today: date) -> None:
    """Section 59(6): on one of four grounds, and never when claimed later than six months after the first day of absence."""
    if written.dispensation is Dispensation.NONE:
        if written.ground is not None:
            raise WrongInput("Vælg, om der er søgt dispensation, eller fjern grunden.")
        return
    if written.ground is None:
        raise WrongInput("Vælg den grund, dispensationen er søgt på (§ 59, stk. 6).")
    last = dispensed_until(first)
    if written.dispensation is not Dispensation.DENIED and (written.claimed or today) > last:
        said = f"anmodningen kom {short_date(written.claimed)}" if written.claimed else "der er ikke anmodet"
        raise WrongInput(
            f"Der kan ikke gives dispensation: {said}, og fristen på seks måneder efter første fraværsdag udløb {short_date(last)} "
            "(§ 59, stk. 6)."
        )


def _title(name: str) -> str:
    return _LABELS[name][0].upper() + _LABELS[name][1:]


def differences(before: Written, after: Written) -> tuple[str, str]:
    """Return what was and what became of it, in words, of that which differs; both are empty when nothing does.

    The two are read as one sentence with "blev" between them, so of several differences all but the last are whole in the first.
    """
    names = [name for name in _LABELS if getattr(before, name) != getattr(after, name)]
    pairs = [
        (
            f"{_LABELS[name]} {_said(name, getattr(before, name))}".strip(),
            "rettet" if name in _FREE else _said(name, getattr(after, name)),
        )
        for name in names
    ]
    if not pairs:
        return "", ""
    *others, (was, became) = pairs
    return "; ".join([*(f"{one} blev {other}" for one, other in others), was]), became


def fingerprint(written: Written) -> str:
    """Return a short sign of what is written, so that a form can tell whether it was changed since it was shown."""
    return sha256(repr(written).encode()).hexdigest()[:16]


def needs_reason(before: Written, after: Written) -> bool:
    """Return True when more than the remark differs."""
    return any(getattr(before, name) != getattr(after, name) for name in _LABELS if name != "remark")


def _said(name: str, value: object) -> str:
    """Return a value in words; what people write freely may tell of illness, and stays out of the trail."""
    if name in _FREE:
        return ""
    match value:
        case None:
            return "tom"
        case date():
            return short_date(value)
        case Cause() | Standing() | Dispensation() | Ground():
            return f"»{value.label}«"
        case _:
            return str(value)
