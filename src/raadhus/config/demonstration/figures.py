"""The demonstration's own list of job codes, and its first release of personnel figures, made as HR makes them."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from importlib.resources import files

from raadhus.config.demonstration.payroll.loading import HR
from raadhus.core.access.public import actor_of_person
from raadhus.kernel.actors import Actor
from raadhus.personnel.actions.releasing import release_figures
from raadhus.personnel.actions.settings import set_occupations
from raadhus.personnel.queries.cubes import newest_release
from raadhus.personnel.rules.occupations import OccupationLine

_WORKERS = 2


def load_figures(*, today: date, now: datetime) -> Iterator[str]:
    """Set the list of job codes and release the figures; yield what was done, nothing when it was done before."""
    if newest_release() is not None:
        return
    actor = actor_of_person(HR)
    yield load_occupations(actor=actor, now=now)
    outcome = release_figures(actor=actor, today=today, now=now, workers=_WORKERS)
    yield str(outcome.release)


def load_occupations(*, actor: Actor, now: datetime) -> str:
    """Set the list of job codes; the same list again changes nothing."""
    told = tomllib.loads((files("raadhus.config.demonstration") / "data" / "stillinger.toml").read_text("utf-8"))
    lines = [OccupationLine(one["code"], one["group"], one["administrative"]) for one in told["lines"]]
    return f"{set_occupations(actor=actor, lines=lines, now=now)} stillingskoder"
