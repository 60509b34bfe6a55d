"""How the API says no: problem JSON (RFC 9457) with the Danish sentence of the error."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from raadhus.core.access.public import NotLoggedIn
from raadhus.kernel.errors import Conflict, DomainError, NotAllowed, NotFound

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
        return problem(422, _("Kaldet har ikke den form, som beskrivelsen kræver."), errors=error.errors)

    @built.exception_handler(Http404)
    def missing(_request: HttpRequest, _error: Http404) -> HttpResponse:
        return problem(404, _("Det findes ikke."))

    @built.exception_handler(HttpError)
    def refused(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code, str(error))
