"""What the definitions and the protection leave open is set from a day on, with a reason; so is the list of job codes."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from raadhus.core.access.public import WHOLE_HOUSE, require
from raadhus.core.audit.public import Subject, record
from raadhus.kernel.actors import Actor
from raadhus.kernel.danish import short_date
from raadhus.kernel.errors import WrongInput
from raadhus.personnel.models import FigureSettings, OccupationRow
from raadhus.personnel.queries.settings import SettingsOn, occupation_lines, settings_on
from raadhus.personnel.rules.occupations import OccupationLine, Occupations
from raadhus.personnel.rules.setting import Chosen, checked

_LONGEST_CODE, _LONGEST_GROUP = 60, 100


def set_settings(*, actor: Actor, start: date, chosen: Chosen, reason: str, now: datetime) -> SettingsOn:
    """Let the settings be so from a day on; a version that begins on the same day is replaced. Returns what then holds that day.

    What is out stays as it is: the settings hold for terms that are released later. Raises WrongInput for what may not be chosen.
    """
    require(actor, "personnel.set_settings", unit=WHOLE_HOUSE, now=now)
    values = asdict(checked(chosen, start))
    if not reason.strip():
        raise WrongInput(_("Skriv en begrundelse, så det kan forstås senere."))
    with transaction.atomic():
        defaults = {**values, "reason": reason.strip()[:500], "set_by": actor.name[:100], "set_at": now}
        row, _made = FigureSettings.objects.update_or_create(start_date=start, defaults=defaults)
        record(
            actor=actor,
            event="personnel.settings_set",
            subject=Subject("figure_settings", str(row.pk), f"forudsætningerne fra {short_date(start)}"),
            data={"start": short_date(start), "reason": reason.strip(), **values},
            now=now,
        )
    return settings_on(start)


def set_occupations(*, actor: Actor, lines: Sequence[OccupationLine], now: datetime) -> int:
    """Put a whole list of job codes in the place of the one there is; return how many lines it has. The same list again changes nothing."""
    require(actor, "personnel.set_occupations", unit=WHOLE_HOUSE, now=now)
    given = tuple(sorted((_line(one) for one in lines), key=_order))
    Occupations(given)
    if given == tuple(sorted(occupation_lines(), key=_order)):
        return len(given)
    with transaction.atomic():
        OccupationRow.objects.all().delete()
        OccupationRow.objects.bulk_create(
            OccupationRow(code=code, group=group, is_administrative=is_administrative, start_date=start, end_date=end)
            for code, group, is_administrative, start, end in given
        )
        record(
            actor=actor,
            event="personnel.occupations_set",
            subject=Subject("occupations", "all", "listen over stillingskoder"),
            data={"count": len(given)},
            now=now,
        )
    return len(given)


def _line(one: OccupationLine) -> OccupationLine:
    code, group = one.code.strip(), one.group.strip()
    if not group:
        raise WrongInput(
            _("Stillingskoden %(code)s mangler sin gruppe; skriv den i kolonnen »gruppe«.") % {"code": code}
        )
    if len(code) > _LONGEST_CODE or len(group) > _LONGEST_GROUP:
        raise WrongInput(_("Stillingskoden %(code)s eller dens gruppe er for lang.") % {"code": code[:_LONGEST_CODE]})
    return one._replace(code=code, group=group)


def _order(one: OccupationLine) -> tuple[str, date]:
    return one.code, one.start
