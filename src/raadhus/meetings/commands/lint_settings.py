"""The settings file of `meetings lint`: a body's own choices, in TOML, for all bodies and for each."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.rules.lint import BY_CODE, DEFAULT, LintSettings, Severity, Suppression
from raadhus.meetings.rules.profiles import Profile, body_key

_Choice = TypeVar("_Choice", Profile, Severity)
_LISTS = ("off", "on", "abbreviations", "templates")
_KEYS = frozenset([*_LISTS, "profile", "severities", "suppressions"])


@dataclass(frozen=True)
class Choices:
    """The settings for each body, by its key, and for all the others."""

    general: LintSettings = DEFAULT
    bodies: Mapping[str, LintSettings] = field(default_factory=dict)

    def of(self, body: str | None) -> LintSettings:
        """Return the settings of a body by its printed name."""
        return self.bodies.get(body_key(body), self.general) if body else self.general

    def with_codes(self, select: Iterable[str], ignore: Iterable[str], profile: Profile | None) -> "Choices":
        """Return the choices narrowed to the rules selected, without those ignored, for a profile if one is given."""
        chosen, ignored = _codes(select, "--select"), _codes(ignore, "--ignore")
        off = ignored | (frozenset(BY_CODE) - chosen if chosen else frozenset())

        def narrowed(settings: LintSettings) -> LintSettings:
            silent = (settings.off - chosen) | off
            return replace(settings, off=silent, on=settings.on | chosen, profile=profile or settings.profile)

        return Choices(narrowed(self.general), {key: narrowed(one) for key, one in self.bodies.items()})


def _codes(given: Iterable[str], where: str) -> frozenset[str]:
    return frozenset(_known(code.strip(), where) for one in given for code in one.split(",") if code.strip())


def _known(code: object, where: str) -> str:
    if not isinstance(code, str) or code not in BY_CODE:
        raise WrongInput(f"{where}: der er ingen regel med koden {code}; se koderne med raadhus meetings lint --list.")
    return code


def read_settings(path: Path | None) -> Choices:
    """Return the choices of a settings file, the defaults without one. Raises WrongInput for what it cannot hold."""
    if path is None:
        return Choices()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise WrongInput(f"{path} findes ikke: kontrollér stien.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise WrongInput(f"{path} kan ikke læses: den skal være en TOML-fil i UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise WrongInput(f"{path} er ikke gyldig TOML: {error}.") from error
    bodies = data.pop("body", {})
    if not isinstance(bodies, dict) or not all(isinstance(one, dict) for one in bodies.values()):
        raise WrongInput(f"{path}: body skal være tabeller som [body.direktionen].")
    general = _settings(data, str(path))
    return Choices(general, {key: _settings({**data, **one}, f"{path}, body.{key}") for key, one in bodies.items()})


def _settings(data: Mapping[str, Any], where: str) -> LintSettings:
    unknown = sorted(set(data) - _KEYS)
    if unknown:
        raise WrongInput(f"{where}: {unknown[0]} er ikke en indstilling; mulige er {', '.join(sorted(_KEYS))}.")
    lists = {name: _texts(data.get(name, []), f"{where}: {name}") for name in _LISTS}
    for name in ("off", "on"):
        for code in lists[name]:
            _known(code, f"{where}: {name}")
    profile = data.get("profile")
    return LintSettings(
        profile=_one_of(Profile, profile, f"{where}: profile") if profile is not None else None,
        off=frozenset(lists["off"]),
        on=frozenset(lists["on"]),
        severities=_severities(data.get("severities", {}), f"{where}: severities"),
        abbreviations=frozenset(lists["abbreviations"]),
        templates=tuple(lists["templates"]),
        suppressions=_suppressions(data.get("suppressions", []), f"{where}: suppressions"),
    )


def _texts(value: object, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise WrongInput(f"{where} skal være en liste af tekster.")
    return value


def _one_of(kind: type[_Choice], value: object, where: str) -> _Choice:
    try:
        return kind(str(value))
    except ValueError as error:
        raise WrongInput(f"{where}: {value} er ikke en af {', '.join(kind)}.") from error


def _severities(value: object, where: str) -> Mapping[str, Severity]:
    if not isinstance(value, dict):
        raise WrongInput(f"{where} skal være en tabel med en alvor for hver kode.")
    return {_known(code, where): _one_of(Severity, one, where) for code, one in value.items()}


def _suppressions(value: object, where: str) -> tuple[Suppression, ...]:
    if not isinstance(value, list):
        raise WrongInput(f"{where} skal være en liste af tabeller.")
    return tuple(_suppression(one, where) for one in value)


def _suppression(one: object, where: str) -> Suppression:
    reason = one.get("reason") if isinstance(one, dict) else None
    if not isinstance(one, dict) or not isinstance(reason, str) or not reason.strip():
        raise WrongInput(f"{where}: hver skal have code og reason, og reason må ikke være tom.")
    item = one.get("item")
    return Suppression(_known(one.get("code"), where), reason.strip(), str(item) if item is not None else None)
