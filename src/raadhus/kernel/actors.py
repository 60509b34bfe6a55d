"""Who acts: every action and every query is told, and nothing happens without an actor."""

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    SYSTEM = "system"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts or looks.

    `key` is the person's key in core/organisation (a plain string), a named system actor, or "public".
    `name` is what a human reader of the audit trail sees. Roles are not carried here: core/access looks them up for
    the day in question. `token_verbs` is None for a full login; an API token narrows the actor to those verbs.
    """

    kind: ActorKind
    key: str
    name: str
    token_verbs: frozenset[str] | None = None

    @property
    def is_public(self) -> bool:
        """True for the anonymous reader, who is given what everybody is given."""
        return self.kind is ActorKind.PUBLIC


PUBLIC = Actor(ActorKind.PUBLIC, "public", "Offentligheden")


def system(key: str, name: str) -> Actor:
    """Return a named system actor, such as the nightly reminder run or the demonstration loader."""
    return Actor(ActorKind.SYSTEM, key, name)
