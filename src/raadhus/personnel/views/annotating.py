"""Writing an annotation, removing one and putting it back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.personnel.actions import annotating
from raadhus.personnel.forms.around import AnnotationForm
from raadhus.personnel.queries.annotations import ANNOTATE
from raadhus.personnel.queries.places import units_for
from raadhus.ui.asking import done, filled_in


@door("personnel.annotate")
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """Write a note; the address may choose unit (enhed), measure (maal) and month (maaned) beforehand."""
    actor, now = actor_of(request), timezone.now()
    asked = {
        "unit": request.GET.get("enhed", ""),
        "measure": request.GET.get("maal", ""),
        "month": request.GET.get("maaned", ""),
    }
    form = AnnotationForm(request.POST or None, initial=asked, units=units_for(actor, ANNOTATE, now))
    if filled_in(
        request,
        form,
        lambda: annotating.write_annotation(actor=actor, **form.note(), now=now),
        _("Bemærkningen er skrevet og står ved tallene."),
    ):
        return redirect("personnel:annotations")
    return render(request, "personnel/around/annotation.html", {"form": form}, status=400 if form.errors else 200)


@door("personnel.annotate")
@require_POST
def remove(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a note away; the list of removed ones puts it back."""
    done(
        request,
        lambda: annotating.remove_annotation(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Bemærkningen er fjernet. Fortryd her."),
    )
    return redirect(f"{reverse('personnel:annotations')}?state=removed")


@door("personnel.annotate")
@require_POST
def restore(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put a removed note back."""
    done(
        request,
        lambda: annotating.restore_annotation(actor=actor_of(request), key=str(key), now=timezone.now()),
        _("Bemærkningen står ved tallene igen."),
    )
    return redirect("personnel:annotations")
