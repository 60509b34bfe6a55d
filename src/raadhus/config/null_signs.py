"""The sign that no text has and PostgreSQL keeps nowhere: whoever sends it is told so, before anything is asked of the database."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from raadhus.config import errors
from raadhus.config.api_errors import problem

NULL = "\x00"
_IN_ADDRESS = "%00"
_IN_JSON = b"\\u0000"
_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


class NullSignMiddleware:
    """Answer 400 to a query, a form or a JSON body with a null sign in it. It stands behind the check of forms' tokens."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponseBase], _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """Return nothing when there is none, and otherwise the refusal as a page or as problem JSON."""
        if not holds_null(request):
            return None
        if request.path.startswith("/api/"):
            return problem(400, _("Det sendte indeholder et nultegn, som ingen tekst har."))
        return errors.bad_request(request)


def holds_null(request: HttpRequest) -> bool:
    """Return True when the query or what is sent holds a null sign; the content of files is judged where they are read."""
    if _IN_ADDRESS in request.META.get("QUERY_STRING", ""):
        return True
    if request.method in {"GET", "HEAD", "OPTIONS"}:
        return False
    if request.content_type in _FORMS:
        return _any_null(value for _name, values in request.POST.lists() for value in values)
    return _IN_JSON in request.body or NULL.encode() in request.body


def _any_null(texts: Iterable[object]) -> bool:
    return any(NULL in str(text) for text in texts)
