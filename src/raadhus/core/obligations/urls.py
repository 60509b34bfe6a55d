"""The addresses of obligations."""

from django.urls import path

from raadhus.core.obligations.views import (
    calendar,
    lists,
    moves,
    overview,
    pages,
    register,
    standing,
    standing_acts,
    standing_writing,
    wheel,
)

app_name = "obligations"

urlpatterns = [
    path("", lists.mine, name="mine"),
    path("alle/", lists.board, name="board"),
    path("opret/", pages.create, name="create"),
    path("kalender/hent/", calendar.open_calendar, name="open_calendar"),
    path("kalender/luk/", calendar.close_calendar, name="close_calendar"),
    path("kalender/<str:token>.ics", calendar.feed, name="feed"),
    path("aarshjul/", wheel.wheel, name="wheel"),
    path("aarshjul.ics", wheel.wheel_calendar, name="wheel_calendar"),
    path("opfoelgning/", overview.show, name="overview"),
    path("staaende/", register.register, name="register"),
    path("staaende/opret/", standing_writing.create, name="create_standing"),
    path("staaende/<uuid:key>/", standing.show, name="standing"),
    path("staaende/<uuid:key>/ret/", standing_writing.change, name="change_standing"),
    path("staaende/<uuid:key>/saet-i-kraft/", standing_acts.adopt, name="standing_adopt"),
    path("staaende/<uuid:key>/saet-i-bero/", standing_acts.suspend, name="standing_suspend"),
    path("staaende/<uuid:key>/genoptag/", standing_acts.resume, name="standing_resume"),
    path("staaende/<uuid:key>/ophoer/", standing_acts.end, name="standing_end"),
    path("staaende/<uuid:key>/afloes/", standing_acts.supersede, name="standing_supersede"),
    path("staaende/<uuid:key>/foreslaa-ophoer/", standing_acts.ask_to_end, name="standing_ask_to_end"),
    path("staaende/<uuid:key>/fasthold/", standing_acts.keep, name="standing_keep"),
    path("staaende/<uuid:key>/forelaeg-nu/", standing_acts.fire_now, name="standing_fire_now"),
    path("<uuid:key>/", pages.show, name="obligation"),
    path("<uuid:key>/dokumentation/<int:number>/", pages.evidence_file, name="evidence_file"),
    path("<uuid:key>/gaa-i-gang/", moves.start, name="start"),
    path("<uuid:key>/afvent/", moves.wait, name="wait"),
    path("<uuid:key>/udfoert/", moves.complete, name="complete"),
    path("<uuid:key>/genaabn/", moves.reopen, name="reopen"),
    path("<uuid:key>/bortfald/", moves.lapse, name="lapse"),
    path("<uuid:key>/erstat/", moves.replace, name="replace"),
    path("<uuid:key>/overdrag/", moves.hand_over, name="hand_over"),
    path("<uuid:key>/frist/", moves.change_due, name="change_due"),
]
