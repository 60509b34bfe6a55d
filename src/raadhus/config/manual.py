"""The manual in the product: the Markdown of docs/manual, page by page, and its pictures."""

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.kernel.doors import ANYONE, door
from raadhus.ui import markdown

# In an installation the manual is package data; in a checkout the same folder is a link to docs/manual.
FOLDER = Path(__file__).parent / "manual"
INDEX = "README"


@door(ANYONE)
@require_safe
def page(request: HttpRequest, name: str = INDEX) -> HttpResponse:
    """Show one page of the manual."""
    file = FOLDER / f"{name}.md"
    if not file.is_file():
        raise Http404
    source = file.read_text(encoding="utf-8")
    text = markdown.render(source, page_address="/hjaelp/{name}/", picture_address="/hjaelp/billeder/{name}")
    return render(request, "ui/manual.html", {"text": text, "is_index": name == INDEX})


@door(ANYONE)
@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:  # noqa: ARG001 - Django hands it over
    """Send one of the manual's screenshots."""
    file = FOLDER / "billeder" / f"{name}.png"
    if not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")
