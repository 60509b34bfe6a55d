"""The addresses of the audit trail."""

from django.urls import path

from raadhus.core.audit import views

app_name = "audit"

urlpatterns = [
    path("", views.entries, name="entries"),
    path("<int:sequence>", views.entry, name="entry"),
    path("segmenter", views.segments, name="segments"),
    path("segmenter/efterproev", views.verify_now, name="verify"),
    path("segmenter/forsegl", views.seal_now, name="seal"),
    path("segmenter/<int:segment>/slet", views.drop_now, name="drop"),
]
