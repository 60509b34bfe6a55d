"""Answers that are whole files: with an ETag made of the bytes themselves, so that it tells no more than they do."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response


def file_answer(request: HttpRequest, data: bytes, media_type: str, *, name: str = "") -> HttpResponse:
    """Return the bytes, or 304 to whoever has them already; with a name it is a download. There is no Last-Modified."""
    etag = f'"{hashlib.sha256(data).hexdigest()[:32]}"'
    response = HttpResponse(data, content_type=media_type, headers={"ETag": etag, "Cache-Control": "no-cache"})
    if name:
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    answer = get_conditional_response(request, etag=etag, response=response)
    return answer if isinstance(answer, HttpResponse) else response
