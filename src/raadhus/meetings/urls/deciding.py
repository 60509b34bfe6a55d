"""The addresses of a meeting that is being held."""

from django.urls import path

from raadhus.meetings.views.deciding import beside, closing, live, meeting, writing

urlpatterns = [
    path("plan/<uuid:sitting_id>/referat/", live.live_minutes, name="live_minutes"),
    path("plan/<uuid:sitting_id>/referat/punkter/", live.live_list, name="live_list"),
    path("plan/<uuid:sitting_id>/referat/aabn/", meeting.open_meeting, name="open_sitting"),
    path("plan/<uuid:sitting_id>/referat/luk/", meeting.close_meeting, name="close_sitting"),
    path("plan/<uuid:sitting_id>/referat/genaabn/", meeting.reopen_meeting, name="reopen_sitting"),
    path("plan/<uuid:sitting_id>/referat/fremmoede/", meeting.attendance, name="live_attendance"),
    path("plan/<uuid:sitting_id>/referat/tag-op/", meeting.take_up, name="live_add_item"),
    path("punkt/<uuid:treatment_id>/", live.treatment, name="treatment"),
    path("punkt/<uuid:treatment_id>/begynd/", writing.start, name="live_start"),
    path("punkt/<uuid:treatment_id>/udfald/", writing.outcome, name="live_outcome"),
    path("punkt/<uuid:treatment_id>/tekst/", writing.text, name="live_text"),
    path("punkt/<uuid:treatment_id>/fortryd/", writing.undo, name="live_undo"),
    path("punkt/<uuid:treatment_id>/paalaeg/", beside.promise, name="live_promise"),
    path("punkt/<uuid:treatment_id>/afstemning/", beside.vote, name="live_vote"),
    path("punkt/<uuid:treatment_id>/mindretal/", beside.dissent, name="live_dissent"),
    path("punkt/<uuid:treatment_id>/ude/", beside.absence, name="live_absence"),
    path("punkt/<uuid:treatment_id>/afslut/", closing.close, name="live_close"),
    path("punkt/<uuid:treatment_id>/udgaar/", closing.withdraw, name="live_withdraw"),
    path("punkt/<uuid:treatment_id>/genaabn/", closing.reopen, name="live_reopen"),
]
