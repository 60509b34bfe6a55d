"""What people of the demonstration put around the personnel figures: annotations, targets, and views they follow. Clearly invented."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from raadhus.core.access.public import actor_of_person
from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.personnel.actions.aiming import Aim, set_target
from raadhus.personnel.actions.annotating import write_annotation
from raadhus.personnel.actions.saving import Wish, save_view
from raadhus.personnel.models import Annotation, SavedView, Target
from raadhus.personnel.queries.cubes import newest_release
from raadhus.personnel.rules.limits import LimitKind
from raadhus.personnel.rules.targets import Direction

HR, DIRECTOR, LEADER = "dorthe-solbakke", "karen-lindholm-ager", "lone-hedegren"
# Unit, measure (empty: all), year, month, what happened.
NOTES = (
    ("ek", "sick_percentage", 2020, 4, "Mange arbejdede hjemme i foråret (opdigtet)"),
    ("spc-lyngskolen", "", 2023, 8, "Skolen fik to spor mere og ny skolefritidsordning (opdigtet)"),
    ("soc-hjemmepleje-nord", "leaving_rate", 2024, 2, "Faste teams afløste vagtplaner på tværs (opdigtet)"),
    ("soc", "full_time_share", 2024, 9, "Alle opslag i plejen er på fuld tid (opdigtet)"),
)
TARGETS = (
    Aim("ek", "sick_days_per_full_time", Direction.AT_MOST, "13,0", 2023, None, "Budgetaftalens mål (opdigtet)"),
    Aim("ek", "full_time_share", Direction.AT_LEAST, "66,0", 2024, None, "Flere på fuld tid (opdigtet)"),
    Aim("soc", "leaving_rate", Direction.AT_MOST, "18,0", 2024, 2027, "Fasthold dem, vi har (opdigtet)"),
)
# Whose, the address's choice, and how it is followed.
VIEWS = (
    (
        DIRECTOR,
        "maal=leaving_rate&enhed=ek",
        Wish("Afgang i hele kommunen", is_subscribed=True, limit_kind=LimitKind.OVER, limit="16,0"),
    ),
    (DIRECTOR, "maal=sick_percentage&enhed=ek", Wish("Sygefravær i hele kommunen", is_subscribed=True)),
    (HR, "maal=full_time_share&enhed=soc&opdeling=stilling", Wish("Fuld tid i sundhed og omsorg", is_subscribed=True)),
    (
        LEADER,
        "maal=sick_percentage&enhed=soc-hjemmepleje-nord",
        Wish("Sygefravær hos os", is_subscribed=True, limit_kind=LimitKind.OVER, limit="4,0"),
    ),
)


def load_around_figures(*, now: datetime) -> Iterator[str]:
    """Write annotations, targets and saved views at the newest release; nothing while there is none, nor the second time."""
    if newest_release() is None or Annotation.objects.exists() or Target.objects.exists() or SavedView.objects.exists():
        return
    hr = actor_of_person(HR)
    for unit, measure, year, month, text in NOTES:
        # What the release does not reach back to, or does not have, is left out.
        with suppress(WrongInput):
            write_annotation(actor=hr, unit=unit, measure=measure, month=year * 12 + month - 1, text=text, now=now)
            yield text
    for aim in TARGETS:
        with suppress(WrongInput):
            yield set_target(actor=hr, aim=aim, now=now).reason
    for owner, query, wish in VIEWS:
        with suppress(NotFound):
            yield save_view(actor=actor_of_person(owner), query=query, wish=wish, now=now).name
