"""A chart by itself: as a picture to take along, and as a bare page that an intranet shows in a frame."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.danish import slug
from raadhus.kernel.doors import door
from raadhus.kernel.errors import NotFound, WrongInput
from raadhus.personnel.queries.figure_page import FigurePage, figure_page
from raadhus.personnel.rules.choosing import from_query
from raadhus.ui.charts import Picture, framed, png, svg

_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
PICTURES = ("udvikling", "opdeling", "enheder")


@require_safe
@door("personnel.read")
def chart(request: HttpRequest, kind: str) -> HttpResponse:
    """Give one chart of a figure's page as SVG or PNG; `billede` says which: udvikling (when nothing is said), opdeling or enheder."""
    found = figure_page(actor_of(request), from_query(request.GET), timezone.now())
    picture = _picture(found, request.GET.get("billede", ""))
    draw = svg if kind == "svg" else png
    source = _("Kilde: personaletal, udgivelse %(n)s") % {"n": found.asked.cube.about["number"]}
    spec = framed(picture.spec, title=picture.title, foot=source)
    response = HttpResponse(draw(spec, title=picture.title, alt=picture.alt), content_type=_TYPES[kind])
    name = slug(f"{picture.title} {found.period}")
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


@require_safe
@door("personnel.read")
def embed(request: HttpRequest) -> HttpResponse:
    """Show a figure's chart, table and sentence and nothing else, for a frame on the hosts of RAADHUS_EMBED_HOSTS; the reader's own login counts."""
    found = figure_page(actor_of(request), from_query(request.GET), timezone.now())
    response = render(request, "personnel/figures/embed.html", {"found": found})
    if settings.EMBED_HOSTS:
        # Read by the policy's middleware; the older header knows no list of hosts.
        response._csp_replace = {"frame-ancestors": list(settings.EMBED_HOSTS)}  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp's own way
        response.xframe_options_exempt = True
    return response


def _picture(found: FigurePage, name: str) -> Picture:
    if name and name not in PICTURES:
        raise WrongInput(_("Vælg udvikling, opdeling eller enheder som billede."))
    by_name = {
        "opdeling": found.parts.picture if found.parts else None,
        "enheder": found.below.picture if found.below else None,
    }
    picture = by_name.get(name, found.course.picture)
    if picture is None:
        raise NotFound(_("Der er intet diagram at hente her: færre end to tal vises."))
    return picture
