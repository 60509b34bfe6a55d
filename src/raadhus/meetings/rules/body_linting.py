"""How a body has set the linter: rules off, other severities, abbreviations that need no explanation; as JSON values and read again."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.lint import BY_CODE, LintSettings, Severity
from raadhus.meetings.rules.profiles import Profile
from raadhus.meetings.rules.sentences import Sentence

OFF = "off"
_MOST_ABBREVIATIONS = 200
_LONGEST = 40


def checked_settings(choices: Mapping[str, str], abbreviations: str) -> dict[str, Any]:
    """Return a body's choices as JSON values, {} when it chose nothing. Raises WrongInput.

    `choices` names rules by code: OFF, a severity, or empty for what the rule itself says. `abbreviations` are parted by
    commas, spaces or lines.
    """
    for code, chosen in choices.items():
        if code not in BY_CODE:
            raise WrongInput(Sentence("Der er ingen sprogregel med koden »%(code)s«.", code=code))
        if chosen not in {"", OFF, *Severity}:
            raise WrongInput(Sentence("En sprogregel kan ikke sættes til »%(value)s«.", value=chosen))
    known = sorted(set(abbreviations.replace(",", " ").split()))
    if len(known) > _MOST_ABBREVIATIONS or any(len(one) > _LONGEST for one in known):
        raise WrongInput(Sentence("Skriv højst 200 forkortelser på hver højst 40 tegn, adskilt af komma."))
    kept = {
        "off": sorted(code for code, chosen in choices.items() if chosen == OFF),
        "severities": {code: chosen for code, chosen in sorted(choices.items()) if chosen not in {"", OFF}},
        "abbreviations": known,
    }
    return {name: value for name, value in kept.items() if value}


def settings_from(profile: Profile, stored: Mapping[str, Any]) -> LintSettings:
    """Return the linter's settings of a body. A code that is no longer there is passed over."""
    severities = {code: Severity(one) for code, one in stored.get("severities", {}).items() if code in BY_CODE}
    return LintSettings(
        profile=profile,
        off=frozenset(stored.get("off", ())) & frozenset(BY_CODE),
        severities=MappingProxyType(severities),
        abbreviations=frozenset(stored.get("abbreviations", ())),
    )
