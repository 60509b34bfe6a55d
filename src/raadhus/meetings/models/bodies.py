"""The body that a printed name means."""

from raadhus.meetings.models.tables import Body
from raadhus.meetings.rules.matching import folded
from raadhus.meetings.rules.profile_rules import rules_of
from raadhus.meetings.rules.profiles import body_key, profile_of


def body_called(name: str, municipality: str) -> Body:
    """Return the body with this printed name in this municipality, made when it is new.

    Case, spaces and punctuation do not make another body; a renamed body keeps its key and is found by it. A new one is
    open to citizens only where its profile is.
    """
    key, profile = body_key(folded(name), folded(municipality)), profile_of(name)
    defaults = {
        "name": name.strip()[:200],
        "municipality": municipality.strip()[:120],
        "profile": profile,
        "is_public": rules_of(profile).is_public,
    }
    body, _ = Body.objects.get_or_create(key=key, defaults=defaults)
    return body
