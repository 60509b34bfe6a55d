"""The guide: read, search, print; write, approve and withdraw its articles."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raadhus.core.access.public import actor_of
from raadhus.kernel.doors import door
from raadhus.kernel.errors import DomainError, NotAllowed
from raadhus.meetings.actions.guide import approve_article, withdraw_article, write_article
from raadhus.meetings.guidance import guidance, guidance_pages
from raadhus.meetings.queries.guide import ArticlePage, article_page, guide, guide_topics
from raadhus.meetings.views.guide_forms import ApprovalOfArticleForm, ArticleForm
from raadhus.meetings.writer.guide_pdf import write_guide_pdf
from raadhus.ui.listing import Filter, read
from raadhus.ui.markdown import render as rendered


@door("meetings.read_guide")
@require_GET
def contents(request: HttpRequest) -> HttpResponse:
    """Show the guide by topic, with a search in it."""
    viewer, now = actor_of(request), timezone.now()
    topics = tuple((one, one) for one in guide_topics(viewer=viewer, now=now))
    filters = (Filter("tekst", _("Søg i vejledningen")), Filter("emne", _("Emne"), topics))
    listing = replace(read(request.GET, (), filters), exports=())
    found = guide(viewer=viewer, text=listing.values["tekst"], topic=listing.values["emne"], now=now)
    return render(request, "meetings/guide/contents.html", {"guide": found, "listing": listing})


@door("meetings.read_guide")
@require_GET
def whole(request: HttpRequest) -> HttpResponse:
    """Show the whole guide as one document, to be printed."""
    found = guide(viewer=actor_of(request), now=timezone.now())
    rules = [(one, rendered(one.markdown, page_address="{name}", picture_address="{name}")) for one in guidance_pages()]
    return render(request, "meetings/guide/whole.html", {"guide": found, "rules": rules})


@door("meetings.read_guide")
@require_GET
def whole_pdf(request: HttpRequest) -> HttpResponse:
    """Give the whole guide as PDF."""
    now = timezone.now()
    found = guide(viewer=actor_of(request), now=now)
    response = HttpResponse(write_guide_pdf(found.topics, timezone.localdate(now)), content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="vejledning.pdf"'
    return response


@door("meetings.read_guide")
@require_GET
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one article; `?version=` an earlier one, for those who write the guide."""
    number = request.GET.get("version", "")
    page = article_page(
        viewer=actor_of(request),
        slug=slug,
        number=int(number) if number.isascii() and number.isdigit() and len(number) < 8 else None,  # noqa: PLR2004 - ten million versions are enough
        now=timezone.now(),
    )
    return render(request, "meetings/guide/article.html", {"page": page, "form": ApprovalOfArticleForm()})


@door("meetings.read_guide")
@require_GET
def rule(request: HttpRequest, code: str) -> HttpResponse:
    """Show the page of one of the linter's rules."""
    page = guidance(code)
    text = rendered(page.markdown, page_address="{name}", picture_address="{name}")
    return render(request, "meetings/guide/rule.html", {"page": page, "text": text})


@door("meetings.write_guide")
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a new article."""
    return _write(request, "", ArticleForm(request.POST or None), None)


@door("meetings.write_guide")
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the next version of an article, from its draft or from what is approved."""
    page = article_page(viewer=actor_of(request), slug=slug, now=timezone.now())
    old = page.draft or page.shown
    initial = {"question": old.question, "answer": old.answer, "topic": old.topic, "audience": old.audience.value}
    form = ArticleForm(request.POST or None, initial={**initial, "owner_text": old.owner, "places": list(old.places)})
    return _write(request, slug, form, page)


def _write(request: HttpRequest, slug: str, form: ArticleForm, page: ArticlePage | None) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            kept = write_article(actor=actor_of(request), slug=slug, **form.cleaned_data, now=timezone.now())
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Kladden er gemt. Den står i vejledningen, når den er godkendt."))
            return redirect("guide:article", slug=kept)
    return render(request, "meetings/guide/write.html", {"form": form, "page": page})


@door("meetings.approve_guide")
@require_POST
def approve(request: HttpRequest, slug: str) -> HttpResponse:
    """Approve the draft that was read."""
    form, number = ApprovalOfArticleForm(request.POST), request.POST.get("number", "")
    if not form.is_valid() or not number.isdecimal():
        messages.error(request, _("Skriv en dag, hvor svaret skal ses efter, eller lad feltet stå tomt."))
        return redirect("guide:article", slug=slug)
    try:
        approve_article(actor=actor_of(request), slug=slug, number=int(number), **form.cleaned_data, now=timezone.now())
    except NotAllowed:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Svaret er godkendt og står nu i vejledningen."))
    return redirect("guide:article", slug=slug)


@door("meetings.approve_guide")
@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Take an article out of the guide."""
    try:
        reason = request.POST.get("reason", "")[:500]
        withdraw_article(actor=actor_of(request), slug=slug, reason=reason, now=timezone.now())
    except NotAllowed:
        raise
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("guide:article", slug=slug)
    messages.success(request, _("Artiklen er trukket tilbage."))
    return redirect("guide:contents")
