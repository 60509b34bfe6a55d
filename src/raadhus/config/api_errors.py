"""How the API says no: problem JSON (RFC 9457) with the Danish sentence of the error."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from raadhus.core.access.public import NotLoggedIn
from raadhus.kernel.errors import Conflict, DomainError, NotAllowed, NotFound

_REFUSED = 400
_NAMED = 3
"""How many of the places that are wrong the sentence names."""

STATUS = ((NotLoggedIn, 401), (NotAllowed, 403), (NotFound, 404), (Conflict, 409), (DomainError, 400))


def problem(status: int, sentence: str, **more: object) -> HttpResponse:
    """Return an error as problem JSON (RFC 9457) with a sentence for people."""
    body = {"type": "about:blank", "status": status, "detail": sentence, **more}
    response = JsonResponse(body, status=status, content_type="application/problem+json")
    if status == 401:  # noqa: PLR2004 - the one status that must say how to log in
        response["WWW-Authenticate"] = "Bearer"
    return response


def answer_errors(built: NinjaAPI) -> None:
    """Register how each kind of error is answered."""

    @built.exception_handler(DomainError)
    def anticipated(_request: HttpRequest, error: DomainError) -> HttpResponse:
        status = next(status for kind, status in STATUS if isinstance(error, kind))
        return problem(status, str(error))

    @built.exception_handler(ValidationError)
    def malformed(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem(422, _sentence_about(error.errors), errors=error.errors)

    @built.exception_handler(Http404)
    def missing(_request: HttpRequest, _error: Http404) -> HttpResponse:
        return problem(404, _("Det findes ikke."))

    @built.exception_handler(HttpError)
    def refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
        if str(error) == "Cannot parse request body":
            return problem(400, _("Det sendte er ikke JSON i UTF-8."))
        return problem(error.status_code, str(error))

    @built.exception_handler(RawPostDataException)
    def form_for_json(_request: HttpRequest, _error: RawPostDataException) -> HttpResponse:
        return problem(400, _("Operationen tager JSON: send det med Content-Type: application/json."))

    for kind in (MultiPartParserError, RequestDataTooBig, TooManyFieldsSent):
        built.add_exception_handler(kind, lambda _request, _error: problem(400, _unreadable()))


def _unreadable() -> str:
    return _("Det sendte kan ikke læses, eller det er for stort.")


def _sentence_about(errors: Sequence[Any]) -> str:
    """Return one sentence that names the first places that are wrong; the list of errors says all of them."""
    places = list(dict.fromkeys(".".join(str(step) for step in one["loc"]) for one in errors))[:_NAMED]
    return _("Kaldet har ikke den form, som beskrivelsen kræver: se %(places)s.") % {"places": ", ".join(places)}


def unknown_names(request: HttpRequest, known: Iterable[str]) -> HttpResponse | None:
    """Return the refusal of a query with names that the operation does not take, or None: a filter is never ignored in silence."""
    taken = sorted(known)
    unknown = [
        {"type": "unknown", "loc": ["query", name], "msg": "Unknown name"} for name in request.GET if name not in taken
    ]
    if not unknown:
        return None
    names = ", ".join(one["loc"][1] for one in unknown[:_NAMED])
    sentence = _("Operationen kender ikke %(names)s i adressen. Den kender: %(taken)s.")
    return problem(422, sentence % {"names": names, "taken": ", ".join(taken) or _("intet")}, errors=unknown)


class ApiProblemMiddleware:
    """What Django itself refuses below /api/ (no such address, no such method, a strange host) is problem JSON too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        response = self.get_response(request)
        if not request.path.startswith("/api/") or request.path.startswith("/api/docs"):
            return response
        if response.status_code < _REFUSED or "json" in response.get("Content-Type", ""):
            return response
        told = problem(response.status_code, _sentence_of(response.status_code))
        if "Allow" in response:
            told["Allow"] = response["Allow"]
        return told


def _sentence_of(status: int) -> str:
    sentences = {
        403: _("Kaldet er afvist."),
        404: _("Der er ingen operation på den adresse: se /api/docs/."),
        405: _("Adressen tager ikke den slags kald: se /api/docs/."),
    }
    return sentences.get(status, _("Kaldet kan ikke forstås."))
