"""Saved views: the list, saving one from the drill-down, changing, deleting and putting back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.actions import saving
from raadhus.personnel.forms.around import SavedViewForm
from raadhus.personnel.queries.saved_views import limit_written, own_view, saved_views, suggested_name
from raadhus.ui.asking import done, filled_in


@door("personnel.save_view")
@require_safe
def views(request: HttpRequest) -> HttpResponse:
    """Show the reader's own views with their newest figures, and those deleted."""
    viewer, now = actor_of(request), timezone.now()
    context = {"kept": saved_views(viewer, now), "removed": saved_views(viewer, now, removed=True)}
    return render(request, "personnel/around/views.html", context)


@door("personnel.save_view")
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """Save the choice that the address has: the same parameters as the drill-down's."""
    actor, now, asked = actor_of(request), timezone.now(), request.GET.urlencode()
    held = {"choices": asked, "name": suggested_name(actor, asked, now)}
    form = SavedViewForm(request.POST or None, initial=held)
    if filled_in(
        request,
        form,
        lambda: saving.save_view(
            actor=actor, query=form.cleaned_data["choices"], wish=saving.Wish(**form.wish()), now=now
        ),
        _("Visningen er gemt."),
    ):
        return redirect("personnel:views")
    return render(request, "personnel/around/view.html", {"form": form}, status=400 if form.errors else 200)


@door("personnel.save_view")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Change an own view's name, subscription or limit."""
    actor, now = actor_of(request), timezone.now()
    row = own_view(actor, str(key), now)
    held = {
        "name": row.name,
        "is_subscribed": row.subscribed_at is not None,
        "limit_kind": row.limit_kind,
        "limit": limit_written(row),
        "choices": row.choices,
    }
    form = SavedViewForm(request.POST or None, initial=held)
    if filled_in(
        request,
        form,
        lambda: saving.change_view(actor=actor, key=str(key), wish=saving.Wish(**form.wish()), now=now),
        _("Visningen er ændret."),
    ):
        return redirect("personnel:views")
    context = {"form": form, "row": row}
    return render(request, "personnel/around/view.html", context, status=400 if form.errors else 200)


@door("personnel.save_view")
@require_POST
def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """Delete an own view; it can be put back from the same page."""
    done(
        request,
        lambda: saving.remove_view(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Visningen er slettet. Fortryd nederst på siden."),
    )
    return redirect("personnel:views")


@door("personnel.save_view")
@require_POST
def restore(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put a deleted view back."""
    done(
        request,
        lambda: saving.restore_view(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Visningen er her igen."),
    )
    return redirect("personnel:views")
