"""The addresses of obligations."""

from django.urls import path

from raadhus.core.obligations.views import calendar, lists, pages

app_name = "obligations"

urlpatterns = [
    path("", lists.mine, name="mine"),
    path("alle/", lists.board, name="board"),
    path("opret/", pages.create, name="create"),
    path("kalender/hent/", calendar.open_calendar, name="open_calendar"),
    path("kalender/luk/", calendar.close_calendar, name="close_calendar"),
    path("kalender/<str:token>.ics", calendar.feed, name="feed"),
    path("<uuid:key>/", pages.show, name="obligation"),
    path("<uuid:key>/gaa-i-gang/", pages.start, name="start"),
    path("<uuid:key>/afvent/", pages.wait, name="wait"),
    path("<uuid:key>/udfoert/", pages.complete, name="complete"),
    path("<uuid:key>/genaabn/", pages.reopen, name="reopen"),
    path("<uuid:key>/bortfald/", pages.lapse, name="lapse"),
    path("<uuid:key>/erstat/", pages.replace, name="replace"),
    path("<uuid:key>/overdrag/", pages.hand_over, name="hand_over"),
    path("<uuid:key>/frist/", pages.change_due, name="change_due"),
]
