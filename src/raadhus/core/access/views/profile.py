"""One's own profile: account, roles, sessions, API keys, language."""

from datetime import datetime, time

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.core.access.actions.profile import choose_language, end_other_sessions
from raadhus.core.access.actions.tokens import create_token, revoke_token
from raadhus.core.access.forms import LanguageForm, TokenForm
from raadhus.core.access.queries.profile import own_profile
from raadhus.core.access.queries.requests import actor_of
from raadhus.core.access.queries.tokens import verbs_for_token
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError


@door("access.read_own_account")
@require_safe
def profile(request: HttpRequest) -> HttpResponse:
    """Show the viewer's own account with roles and API keys."""
    now = timezone.now()
    page = own_profile(viewer=actor_of(request), now=now)
    language = LanguageForm(initial={"language": page.language})
    return render(request, "access/profile.html", {"page": page, "language": language, "now": now})


@door("access.read_own_account")
@require_POST
def save_language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language, in the account and for this browser."""
    form = LanguageForm(request.POST)
    response = redirect("access:profile")
    if form.is_valid():
        language = form.cleaned_data["language"]
        choose_language(actor=actor_of(request), language=language, now=timezone.now())
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=60 * 60 * 24 * 182, samesite="Lax", httponly=True
        )
    return response


@door("access.end_session")
@require_POST
def log_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """End every other session of the viewer."""
    ended = end_other_sessions(actor=actor_of(request), keep=request.session.session_key, now=timezone.now())
    messages.success(request, _("Du er logget ud %(count)d andre steder.") % {"count": ended})
    return redirect("access:profile")


@door("access.create_token")
@require_http_methods(["GET", "HEAD", "POST"])
def new_token(request: HttpRequest) -> HttpResponse:
    """Show the form for an API key; the key that was made is shown on the answer, this once."""
    now, actor = timezone.now(), actor_of(request)
    form = TokenForm(request.POST or None, verbs=verbs_for_token(viewer=actor, now=now))
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["expires"]
        expires_at = datetime.combine(day, time(), tzinfo=timezone.get_current_timezone())
        try:
            made = create_token(
                actor=actor,
                name=form.cleaned_data["name"],
                verbs=form.cleaned_data["verbs"],
                expires_at=expires_at,
                now=now,
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return render(request, "access/token_made.html", {"made": made})
    return render(request, "access/token_form.html", {"form": form}, status=400 if form.errors else 200)


@door("access.revoke_token")
@require_POST
def stop_token(request: HttpRequest, token_id: int) -> HttpResponse:
    """Revoke one of the viewer's own keys."""
    revoke_token(actor=actor_of(request), token_id=token_id, now=timezone.now())
    messages.success(request, _("API-nøglen er tilbagekaldt."))
    return redirect("access:profile")
