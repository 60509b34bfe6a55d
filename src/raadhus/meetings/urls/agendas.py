"""The addresses of sittings as they are planned, and of cases on their way."""

from django.urls import path

from raadhus.meetings.queries.drafts import ALL, READY, WAITING
from raadhus.meetings.views import draft, draft_acts, draft_writing, drafts, sitting_planning, sittings, workroom

urlpatterns = [
    path("sager/", drafts.drafts, name="drafts_mine"),
    path("sager/venter/", drafts.drafts, {"which": WAITING}, name="drafts_waiting"),
    path("sager/klar/", drafts.drafts, {"which": READY}, name="drafts_ready"),
    path("sager/alle/", drafts.drafts, {"which": ALL}, name="drafts_all"),
    path("sag/ny/", draft_writing.draft_new, name="draft_new"),
    path("sag/ny/forslag/", draft_writing.draft_from_proposal, name="draft_from_proposal"),
    path("sag/<uuid:draft_id>/", draft.draft, name="draft"),
    path("sag/<uuid:draft_id>/oplysninger/", draft_writing.draft_facts, name="draft_facts"),
    path("sag/<uuid:draft_id>/igen/", draft_writing.draft_again, name="draft_again"),
    path("sag/<uuid:draft_id>/foreslaa/", draft_acts.propose, name="draft_propose"),
    path("sag/<uuid:draft_id>/retur/", draft_acts.send_back, name="draft_return"),
    path("sag/<uuid:draft_id>/godkend/", draft_acts.approve, name="draft_approve"),
    path("sag/<uuid:draft_id>/traek-tilbage/", draft_acts.withdraw, name="draft_withdraw"),
    path("sag/<uuid:draft_id>/genoptag/", draft_acts.resume, name="draft_resume"),
    path("sag/<uuid:draft_id>/planlaeg/", draft_acts.plan, name="draft_plan"),
    path("sag/<uuid:draft_id>/af-dagsordenen/", draft_acts.unplan, name="draft_unplan"),
    path("sag/<uuid:draft_id>/bilag/", draft_acts.attach, name="draft_attach"),
    path("sag/<uuid:draft_id>/bilag/<uuid:attachment_id>/", draft.attachment, name="draft_attachment"),
    path(
        "sag/<uuid:draft_id>/bilag/<uuid:attachment_id>/ret/",
        draft_acts.attachment_change,
        name="draft_attachment_change",
    ),
    path(
        "sag/<uuid:draft_id>/bilag/<uuid:attachment_id>/fjern/",
        draft_acts.attachment_remove,
        name="draft_attachment_remove",
    ),
    path(
        "sag/<uuid:draft_id>/bilag/<uuid:attachment_id>/tilbage/",
        draft_acts.attachment_restore,
        name="draft_attachment_restore",
    ),
    path("plan/", sittings.sittings, name="sittings"),
    path("plan/kalender.ics", sittings.calendar, name="sittings_calendar"),
    path("plan/nyt/", sitting_planning.sitting_new, name="sitting_new"),
    path("plan/<uuid:sitting_id>/", workroom.workroom, name="workroom"),
    path("plan/<uuid:sitting_id>/ret/", sitting_planning.sitting_change, name="sitting_change"),
    path("plan/<uuid:sitting_id>/aflys/", sitting_planning.sitting_cancel, name="sitting_cancel"),
    path("plan/<uuid:sitting_id>/sager/", workroom.item_add, name="item_add"),
    path("plan/<uuid:sitting_id>/faste/", workroom.fixed_add, name="fixed_add"),
    path("plan/<uuid:sitting_id>/sager/<uuid:draft_id>/flyt/", workroom.item_move, name="item_move"),
    path("plan/<uuid:sitting_id>/sager/<uuid:draft_id>/fjern/", workroom.item_remove, name="item_remove"),
    path("plan/<uuid:sitting_id>/udsend/", workroom.agenda_send, name="agenda_send"),
    path("plan/<uuid:sitting_id>/versioner/", workroom.agenda_versions, name="agenda_versions"),
]
