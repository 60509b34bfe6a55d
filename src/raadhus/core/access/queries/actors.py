"""Who acts: from a login, from a person's key, from the command line."""

from collections.abc import Mapping

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from raadhus.core.access.models import Account
from raadhus.kernel.actors import PUBLIC, Actor, ActorKind, system
from raadhus.kernel.errors import NotFound

# Names the person on whose behalf a command runs; without it the command is the machine's own.
ACTOR_VARIABLE = "RAADHUS_ACTOR"


def actor_of_user(user: AbstractBaseUser | AnonymousUser) -> Actor:
    """Return the actor of a logged-in user; anyone without an open account is the public."""
    if not isinstance(user, Account) or not user.is_active:
        return PUBLIC
    return Actor(ActorKind.PERSON, user.person_key, user.name)


def actor_of_person(person_key: str) -> Actor:
    """Return the actor of a person with an open account. Raises NotFound."""
    account = Account.objects.filter(person_key=person_key, is_active=True).first()
    if account is None:
        raise NotFound(_("%(person)s har ingen åben konto.") % {"person": person_key})
    return actor_of_user(account)


def command_actor(environ: Mapping[str, str]) -> Actor:
    """Return who runs a command: the person named in RAADHUS_ACTOR, or the command line itself.

    Whoever may start commands on the server can reach the database anyway; the name in the variable is there so that
    the trail says who it was, and so that a person's own limits apply to what they start.
    """
    person_key = environ.get(ACTOR_VARIABLE, "")
    return actor_of_person(person_key) if person_key else system("command-line", "Kommandolinjen")
