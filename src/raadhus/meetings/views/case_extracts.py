"""An extract of a case for one who asks for access: as a page, and as a file."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from raadhus.core.access.public import actor_of, may
from raadhus.core.documents.text import render_html
from raadhus.kernel.doors import door
from raadhus.kernel.errors import NotFound
from raadhus.meetings.queries.case_extracts import case_extract_for
from raadhus.meetings.rules.case_parts import LEGAL_BASIS
from raadhus.meetings.views.answering import file_answer
from raadhus.meetings.writer.case_extract import CaseExtract, entries_by_source, source_line
from raadhus.meetings.writer.case_extract_files import ExtractFormat, extract_file


def _case_number(request: HttpRequest) -> str:
    return request.GET.get("sag", "")


@door("meetings.extract_case")
@require_GET
def case_extract(request: HttpRequest) -> HttpResponse:
    """Show the public extract of the case that `?sag=` names; without one, a field to write it in."""
    if not _case_number(request).strip():
        return render(request, "meetings/case_extract_ask.html")
    return _page(request, internal=False)


@door("meetings.extract_case_internal")
@require_GET
def case_extract_internal(request: HttpRequest) -> HttpResponse:
    """Show the internal extract, with what the viewer may see; that it was made is written in the audit trail."""
    return _page(request, internal=True)


@door("meetings.extract_case")
@require_GET
def case_extract_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the public extract as a file."""
    return _file(request, form, internal=False)


@door("meetings.extract_case_internal")
@require_GET
def case_extract_internal_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the internal extract as a file; that it was made is written in the audit trail."""
    return _file(request, form, internal=True)


def _extract(request: HttpRequest, *, internal: bool) -> CaseExtract:
    viewer, now = actor_of(request), timezone.now()
    return case_extract_for(viewer=viewer, case_number=_case_number(request), internal=internal, now=now)


def _page(request: HttpRequest, *, internal: bool) -> HttpResponse:
    extract = _extract(request, internal=internal)
    parts = [
        (
            part.label,
            [
                # The renderer escapes everything and writes nothing but the elements of the block model.
                (extract.sources[place], [(one.heading, SafeString(render_html(one.blocks))) for one in entries])
                for place, entries in entries_by_source(of_part)
            ],
        )
        for part, of_part in extract.parts
    ]
    context = {
        "extract": extract,
        "parts": parts,
        "lines": [(one.url, source_line(one)) for one in extract.sources],
        "basis": LEGAL_BASIS,
        "formats": list(ExtractFormat),
        "may_internal": may(actor_of(request), "meetings.extract_case_internal", now=timezone.now()),
    }
    return render(request, "meetings/case_extract.html", context)


def _file(request: HttpRequest, form: str, *, internal: bool) -> HttpResponse:
    if form not in {one.value for one in ExtractFormat}:
        raise NotFound(_("Uddraget kan ikke hentes i det format."))
    made = extract_file(_extract(request, internal=internal), ExtractFormat(form), settings.MUNICIPALITY)
    return file_answer(request, made.data, made.media_type, name=made.name)
