"""The addresses of meetings, of imported documents and of bodies."""

from django.urls import path

from raadhus.meetings.views import bodies, importing, lists, meeting, publishing, review

urlpatterns = [
    path("", lists.meetings, name="meetings"),
    path("organer/", bodies.bodies, name="bodies"),
    path("organer/<slug:key>/", bodies.body, name="body"),
    path("organer/<slug:key>/ret/", bodies.body_change, name="body_change"),
    path("import/", importing.import_page, name="import"),
    path("laesninger/", importing.waiting, name="waiting"),
    path("<uuid:meeting_id>/", meeting.meeting, name="meeting"),
    path("<uuid:meeting_id>/hent/<slug:format_name>/", meeting.download, name="download"),
    path("<uuid:meeting_id>/gennemse/", review.review, name="review"),
    path("<uuid:meeting_id>/gennemse/ret/", review.correct, name="correct"),
    path("<uuid:meeting_id>/gennemse/gendan/", review.restore, name="restore"),
    path("<uuid:meeting_id>/gennemse/bekraeft/", review.confirm, name="confirm"),
    path("<uuid:meeting_id>/gennemse/sammenlign/", review.compare, name="compare"),
    path("<uuid:meeting_id>/dokument/", review.document, name="document"),
    path("<uuid:meeting_id>/publicer/", publishing.publish, name="publish"),
    path("<uuid:meeting_id>/publicer/kontrol/", publishing.gate_progress, name="gate_progress"),
    path("<uuid:meeting_id>/publicer/lad-vaere/", publishing.let_be, name="gate_let_be"),
    path("<uuid:meeting_id>/traek-tilbage/", publishing.unpublish, name="unpublish"),
    path("<uuid:meeting_id>/punkt/<uuid:item_id>/", meeting.item, name="item"),
    path("<uuid:meeting_id>/punkt/<uuid:item_id>/offentlig-tekst/", publishing.describe, name="describe"),
    path(
        "<uuid:meeting_id>/forpligtelse/<uuid:suggestion_id>/bekraeft/",
        publishing.obligation_confirm,
        name="obligation_confirm",
    ),
    path(
        "<uuid:meeting_id>/forpligtelse/<uuid:suggestion_id>/afvis/",
        publishing.obligation_dismiss,
        name="obligation_dismiss",
    ),
]
