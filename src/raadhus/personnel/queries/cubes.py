"""Which cube is in force. Everything that is shown comes out of a published release; there is no way from here to a record about a person."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from raadhus.kernel.errors import NotFound
from raadhus.personnel.engines.cube import Cube, open_cube
from raadhus.personnel.models import Release


class NoFigures(NotFound):
    """No figures have been released yet, or those of a release are gone."""


def published_folder(number: int) -> Path:
    """Return where a release lies."""
    return Path(settings.PERSONNEL_FOLDER) / "published" / str(number)


def newest_release() -> Release | None:
    """Return the newest release that is published, or None."""
    return Release.objects.filter(state="published").order_by("-number").first()


def current_cube() -> Cube:
    """Return the cube of the newest release. Raises NoFigures."""
    release = newest_release()
    if release is None:
        raise NoFigures(_("Der er endnu ikke udgivet personaletal. HR udgiver dem under Udgivelser."))
    return cube_of(release)


def cube_of(release: Release) -> Cube:
    """Return the cube of a release. Raises NoFigures when its file is gone."""
    path = published_folder(release.number or 0) / "cube.duckdb"
    if not path.is_file():
        raise NoFigures(_("Udgivelsens fil mangler. Hent den fra en sikkerhedskopi, eller udgiv tallene igen."))
    return open_cube(path)
