"""Making a publication: begin it, write comments, build it on a newer release, publish and withdraw."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError
from raadhus.personnel.actions import publishing
from raadhus.personnel.forms.publication import CommentForm, MakeForm, PublishForm, ReleaseForm, WithdrawForm
from raadhus.personnel.queries import publications as queries
from raadhus.personnel.queries.publication_content import centres_told
from raadhus.personnel.views.publication_text import sections_of


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.write_publication")
def make(request: HttpRequest) -> HttpResponse:
    """Begin a publication on the newest release that has the whole period."""
    now = timezone.now()
    first = {"kind": "year-0", "year": timezone.localdate(now).year - 1}
    form = MakeForm(_posted(request), initial=first)
    if request.method == "POST" and form.is_valid():
        kind, half = form.cleaned_data["kind"].split("-")
        try:
            row = publishing.make_publication(
                actor=actor_of(request), kind=kind, year=form.cleaned_data["year"], half=int(half), now=now
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return redirect("personnel:draft", row.pk)
    return render(request, "personnel/publication/make.html", {"form": form}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.write_publication")
def comment(request: HttpRequest, key: UUID, section: str) -> HttpResponse:
    """Write the comment of a section beside its text and charts, or see it first; what somebody else wrote meanwhile is shown and nothing is lost."""
    viewer, now = actor_of(request), timezone.now()
    shown = queries.publication(viewer, str(key), now=now)
    there = shown.comments.get(section)
    first = {"text": there.text if there else "", "revision": there.revision if there else 0}
    form, theirs, content = CommentForm(_posted(request), initial=first), "", shown.content
    is_preview = request.method == "POST" and "preview" in request.POST
    if is_preview and form.is_valid():
        content = content.with_comment(section, form.cleaned_data["text"])
    elif request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            publishing.write_comment(
                actor=viewer, key=str(key), section=section, text=given["text"], revision=given["revision"], now=now
            )
        except publishing.CommentChanged as error:
            theirs = error.newest.text
            form = CommentForm(initial={"text": given["text"], "revision": error.newest.revision})
            messages.error(request, str(error))
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return redirect(f"{reverse('personnel:draft', args=[key])}#{section}")
    found = next((one for one in sections_of(content) if one.key == section), None)
    context = {"form": form, "shown": shown, "section": found, "theirs": theirs, "is_preview": is_preview}
    return render(request, "personnel/publication/comment.html", context, status=409 if theirs else _status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.write_publication")
def renew(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """Show what changes when a draft is built on a newer release, and build it on that."""
    viewer, now = actor_of(request), timezone.now()
    newer, changes = queries.between_releases(viewer, str(key), number, now=now)
    form = ReleaseForm(_posted(request), initial={"number": number})
    if request.method == "POST":
        publishing.choose_release(actor=viewer, key=str(key), number=number, now=now)
        messages.success(request, _("Publikationen bygger nu på udgivelse {number}.").format(number=number))
        return redirect("personnel:draft", key)
    shown = queries.publication(viewer, str(key), now=now)
    context = {"form": form, "shown": shown, "newer": newer, "changes": changes}
    return render(request, "personnel/publication/renew.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.publish")
def publish(request: HttpRequest, key: UUID) -> HttpResponse:
    """Publish, after a last question."""
    return _asked(request, key, PublishForm, "publish")


@require_http_methods(["GET", "HEAD", "POST"])
@door("personnel.publish")
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Withdraw, with a reason."""
    return _asked(request, key, WithdrawForm, "withdraw")


def _asked(request: HttpRequest, key: UUID, form_class: type[forms.Form], act: str) -> HttpResponse:
    viewer, now = actor_of(request), timezone.now()
    form = form_class(_posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            if act == "publish":
                publishing.publish(actor=viewer, key=str(key), now=now)
                messages.success(request, _("Publikationen er offentliggjort og kan læses af alle."))
            else:
                publishing.withdraw(actor=viewer, key=str(key), reason=form.cleaned_data["reason"], now=now)
                messages.success(request, _("Publikationen er trukket tilbage. Du kan lave en ny version."))
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return redirect("personnel:draft", key)
    shown = queries.publication(viewer, str(key), now=now)
    context = {"form": form, "shown": shown, "act": act, "centres": centres_told(shown.content)}
    return render(request, "personnel/publication/ask.html", context, status=_status(form))


def _status(form: forms.Form) -> int:
    return 400 if form.errors else 200


def _posted(request: HttpRequest) -> QueryDict | None:
    """Return what was posted, also when that is nothing."""
    return request.POST if request.method == "POST" else None
