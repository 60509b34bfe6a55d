"""The addresses of the watch list, acting, and the leader's guide."""

from django.urls import URLPattern, path

from raadhus.refunds.views import guide, reminders, watching

urlpatterns: list[URLPattern] = [
    path("", watching.watch, name="watch"),
    path("fravaer/<uuid:key>/handlet/", watching.act, name="act"),
    path("fravaer/<uuid:key>/fortryd/", watching.undo_act, name="undo_act"),
    path("paamindelser/", reminders.reminders, name="reminders"),
    path("paamindelser/send/", reminders.send_reminders, name="send_reminders"),
    path("vejledning/", guide.guide, name="guide"),
    path("vejledning/en-side.pdf", guide.guide_pdf, name="guide_pdf"),
]
