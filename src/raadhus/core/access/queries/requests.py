"""The actor on a request."""

from django.http import HttpRequest

from raadhus.kernel.actors import PUBLIC, Actor


def set_actor(request: HttpRequest, actor: Actor) -> None:
    """Put the actor on the request, where every door finds it."""
    request.actor = actor  # type: ignore[attr-defined]  # the one attribute the house adds to Django's request


def actor_of(request: HttpRequest) -> Actor:
    """Return the request's actor; the public when no middleware ran."""
    actor: Actor = getattr(request, "actor", PUBLIC)
    return actor
