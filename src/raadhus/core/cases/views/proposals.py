"""The pages of proposed cases."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.core.access.public import actor_of
from raadhus.core.cases.actions import proposals as actions
from raadhus.core.cases.queries import proposals as queries
from raadhus.core.cases.rules.proposals import State
from raadhus.core.cases.views.acting import done
from raadhus.core.documents.text import blocks_from_json, render_html
from raadhus.kernel.doors import door
from raadhus.ui import listing
from raadhus.ui.asking import Act

PAGE = "cases:proposal"


@require_safe
@door("cases.read_own_proposals")
def show_list(request: HttpRequest) -> HttpResponse:
    """Show the proposed cases that the viewer may see."""
    columns = tuple(
        listing.Column(key, label)
        for key, label in (
            ("title", _("Sagsforslag")),
            ("room", _("Fra")),
            ("by", _("Foreslået af")),
            ("at", _("Foreslået")),
            ("state", _("Tilstand")),
        )
    )
    states = tuple((state.value, _(state.label)) for state in State)
    shown = listing.read(request.GET, columns, (listing.Filter("state", _("Tilstand"), states),))
    found = queries.proposals(actor_of(request), now=timezone.now(), state=shown.values["state"])
    sized = shown.shown((), len(found))
    first = (sized.page - 1) * sized.page_size
    rows = found[first : first + sized.page_size]
    return render(request, "cases/proposals.html", {"listing": sized.shown(rows, sized.total)})


@require_safe
@door("cases.read_own_proposals")
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show one proposed case as it was frozen, where it stands, and what was decided."""
    found = queries.proposal(actor_of(request), str(key), now=timezone.now())
    one = found.proposal
    acts = [Act(_("Træk tilbage"), reverse("cases:withdraw", args=[key]))] if found.may_withdraw else []
    acts += [Act(_("Giv beslutningen tilbage"), reverse("cases:hand_back", args=[key]))] if found.may_hand_back else []
    # The renderer of documents escapes every text; it is the one place that makes HTML of blocks.
    text = mark_safe(render_html(blocks_from_json(one.content.blocks), heading_level=2))  # noqa: S308 - made by the renderer just named
    return render(request, "cases/proposal.html", {"found": found, "proposal": one, "text": text, "acts": acts})


@require_POST
@door("cases.withdraw")
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take it back."""
    return done(request, (PAGE, key), None, actions.withdraw_proposal, _("Sagsforslaget er trukket tilbage."))


@require_POST
@door("cases.hand_back")
def hand_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """Hand the decision back; the page says whether the room took it."""
    return done(request, (PAGE, key), None, actions.hand_back, _("Beslutningen er forsøgt givet tilbage."))
