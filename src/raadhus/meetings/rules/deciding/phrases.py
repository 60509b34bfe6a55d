"""How bodies say what they decided: in a full sentence with the body's name, or in the short form of councils and committees.

Observed forms (docs/domain of the project, 6.3): "Direktionen godkender indstilling 1 og 2." and "Ad 1 og 2: Godkendt.",
"Indstilles godkendt." in an economy committee, "Anbefales." in a standing committee.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.core.obligations.rules.due import NotADueDate, parse_due
from raadhus.meetings.rules.body_names import in_sentence
from raadhus.meetings.rules.deciding.given import Given
from raadhus.meetings.rules.drafts import CaseType
from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.profiles import Profile

_SHORT_FORMS = frozenset({Profile.COUNCIL, Profile.FINANCE_COMMITTEE, Profile.COMMITTEE})
_GOES_ON = ("afventer", "indtil", "idet", "da", "fordi", "når", "så")
_MOST_NAMED = 6

# {body}: its name, {x}: what is decided about, {to}/{type}/{when}: of the outcome. The remark follows what stands here.
_FULL: dict[Outcome, str] = {
    Outcome.APPROVED: "{body} godkender {x}",
    Outcome.APPROVED_WITH_REMARKS: "{body} godkender {x}",
    Outcome.REPLACED: "Ift. {x} beslutter {body} i stedet",
    Outcome.NOTED: "{body} tager {x} til efterretning",
    Outcome.DISCUSSED: "{body} har drøftet {x}",
    Outcome.RECOMMENDED: "{body} anbefaler {x}{over}",
    Outcome.REFERRED: "{x} sendes til {to}{type}{when}",
    Outcome.DEFERRED: "{x} udsættes{until}",
    Outcome.RETURNED: "{x} sendes tilbage til administrationen{when}",
    Outcome.REJECTED: "{body} afviser {x}",
    Outcome.WITHDRAWN: "{x} udgår",
}
_SHORT: dict[Outcome, str] = {
    Outcome.APPROVED: "godkendt",
    Outcome.APPROVED_WITH_REMARKS: "godkendt",
    Outcome.REPLACED: "besluttet i stedet",
    Outcome.NOTED: "taget til efterretning",
    Outcome.DISCUSSED: "drøftet",
    Outcome.RECOMMENDED: "anbefales{over}",
    Outcome.REFERRED: "sendes til {to}{type}{when}",
    Outcome.DEFERRED: "udsat{until}",
    Outcome.RETURNED: "sendes tilbage til administrationen{when}",
    Outcome.REJECTED: "afvist",
    Outcome.WITHDRAWN: "udgår",
}
_REMARKED = frozenset({Outcome.APPROVED_WITH_REMARKS, Outcome.NOTED, Outcome.DISCUSSED, Outcome.RECOMMENDED})


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A body's way of saying: its name, and whether it uses the short form."""

    body: str
    is_short: bool
    recommends: str = "anbefales{over}"


def phrasing_of(profile: Profile, body: str) -> Phrasing:
    """Return how a body of this kind says what it decides; `body` is its name; it stands inside sentences as "direktionen"."""
    recommends = "indstilles godkendt" if profile is Profile.FINANCE_COMMITTEE else _SHORT[Outcome.RECOMMENDED]
    return Phrasing(in_sentence(body), profile in _SHORT_FORMS, recommends)


def said_of(labels: Sequence[str], one: Given, phrasing: Phrasing) -> str:
    """Return the sentence (or two) that gives these recommendations their outcome; no labels stands for the whole item."""
    if phrasing.is_short:
        sentence = _with_remark(_short(one, phrasing), one)
        return f"Ad {listed(labels)}: {_capital(sentence)}" if labels else _capital(sentence)
    whole = _whole(one.outcome)
    x = f"indstilling {listed(labels)}" if labels else whole
    pattern = "{body} beslutter i stedet" if one.outcome is Outcome.REPLACED and not labels else _FULL[one.outcome]
    return _capital(_with_remark(_filled(pattern, one, body=phrasing.body, x=x), one))


def listed(labels: Sequence[str]) -> str:
    """Return "1", "1 og 2", "1-4 og 6": three or more in a row as a stretch."""
    parts = [part for run in _runs(labels) for part in (run if len(run) <= 2 else [f"{run[0]}-{run[-1]}"])]  # noqa: PLR2004 - two are named, three are a stretch
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} og {parts[-1]}"


def portions(labels: Sequence[str]) -> list[list[str]]:
    """Return the labels in portions that one sentence can name: as many stretches as a reader can follow."""
    runs = _runs(labels)
    starts = range(0, len(runs), _MOST_NAMED)
    return [[label for run in runs[start : start + _MOST_NAMED] for label in run] for start in starts]


def _runs(labels: Sequence[str]) -> list[list[str]]:
    runs: list[list[str]] = []
    for label in labels:
        last = runs[-1][-1] if runs else ""
        if label.isdigit() and last.isdigit() and int(label) == int(last) + 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    return runs


def when_said(wanted: str) -> str:
    """Return "2026-08" as "august 2026"; what is no due date as it is."""
    try:
        return parse_due(wanted).label
    except NotADueDate:
        return wanted


def _whole(outcome: Outcome) -> str:
    onward = (Outcome.REFERRED, Outcome.DEFERRED, Outcome.RETURNED, Outcome.WITHDRAWN, Outcome.DISCUSSED, Outcome.NOTED)
    return "sagen" if outcome in onward else "indstillingen"


def _short(one: Given, phrasing: Phrasing) -> str:
    pattern = phrasing.recommends if one.outcome is Outcome.RECOMMENDED else _SHORT[one.outcome]
    return _filled(pattern, one, body=phrasing.body, x="")


def _filled(pattern: str, one: Given, *, body: str, x: str) -> str:
    """Return the pattern with its values. Braces in names stay as they are: values are put in once."""
    when = when_said(one.wanted)
    values = {
        "body": body,
        "x": x,
        "to": one.to_body,
        "over": f" over for {one.to_body}" if one.to_body else "",
        "type": f" som {CaseType(one.as_type).label.lower()}" if one.as_type else "",
        "when": f" til behandling i {when}"
        if when and not _is_day(one.wanted)
        else f" til mødet den {when}"
        if when
        else "",
        "until": f" til mødet den {when}" if when and _is_day(one.wanted) else f" til {when}" if when else "",
    }
    return pattern.format(**values)


def _is_day(wanted: str) -> bool:
    return wanted.count("-") == 2  # noqa: PLR2004 - year, month and day


def _with_remark(sentence: str, one: Given) -> str:
    """Return the sentence with what follows it, and its full stop."""
    remark = one.remark.strip()
    if not remark:
        return f"{sentence}."
    if one.outcome is Outcome.REPLACED:
        return _ended(f"{sentence}, {remark}" if _begins(remark, ("at",)) else f"{sentence}: {remark}")
    if one.outcome in _REMARKED:
        at = _begins(remark, ("at",))
        return _ended(
            f"{sentence} med den bemærkning, {remark}" if at else f"{sentence} med følgende bemærkning: {remark}"
        )
    if _begins(remark, _GOES_ON):
        return _ended(f"{sentence}, {remark}")
    return _ended(f"{sentence}. Begrundelse: {remark}")


def _begins(text: str, words: Sequence[str]) -> bool:
    return text.split(maxsplit=1)[0].rstrip(",").casefold() in words and text[:1].islower()


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
