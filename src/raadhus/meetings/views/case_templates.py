"""The templates of cases: the list, and writing one."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.meetings.actions.case_templates import lay_in_templates, save_template
from raadhus.meetings.queries.choosing import bodies_that_meet
from raadhus.meetings.queries.templates import TemplateRow, template_row, template_rows
from raadhus.meetings.views.posting import tried
from raadhus.meetings.views.template_forms import TemplateForm, content_of, initial_of


@door("meetings.change_template")
@require_GET
def templates(request: HttpRequest) -> HttpResponse:
    """Show the templates."""
    return render(request, "meetings/templates/list.html", {"rows": template_rows()})


@door("meetings.change_template")
@require_POST
def lay_in(request: HttpRequest) -> HttpResponse:
    """Lay in the built-in templates that are not there yet."""
    act = partial(lay_in_templates, actor=actor_of(request), now=timezone.now())
    tried(request, act, _("Husets egne skabeloner er lagt ind."))
    return redirect("meetings:templates")


@door("meetings.change_template")
@require_http_methods(["GET", "POST"])
def template_new(request: HttpRequest) -> HttpResponse:
    """Write a new template."""
    return _written(request, None)


@door("meetings.change_template")
@require_http_methods(["GET", "POST"])
def template_change(request: HttpRequest, key: str) -> HttpResponse:
    """Change a template; cases that were begun from it keep what they have."""
    return _written(request, template_row(key))


def _written(request: HttpRequest, row: TemplateRow | None) -> HttpResponse:
    initial: dict[str, Any] = initial_of(row) if row else {}
    form = TemplateForm(request.POST or None, initial=initial, bodies=bodies_that_meet())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        act = partial(
            save_template,
            actor=actor_of(request),
            key=row.key if row else "",
            name=given["name"],
            body_key=given["body_key"],
            content=content_of(given),
            is_active=given["is_active"],
            now=timezone.now(),
        )
        if tried(request, act, _("Skabelonen er gemt."), form):
            return redirect("meetings:templates")
    context = {"form": form, "row": row}
    return render(request, "meetings/templates/write.html", context, status=400 if form.errors else 200)
