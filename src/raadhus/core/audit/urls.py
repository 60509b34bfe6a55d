"""The addresses of the audit trail."""

from django.urls import path

from raadhus.core.audit.views import entries, segments

app_name = "audit"

urlpatterns = [
    path("", entries.entries, name="entries"),
    path("<int:sequence>", entries.entry, name="entry"),
    path("segmenter", segments.segments, name="segments"),
    path("segmenter/efterproev", segments.verify_now, name="verify"),
    path("segmenter/forsegl", segments.seal_now, name="seal"),
    path("segmenter/<int:segment>/slet", segments.drop_now, name="drop"),
]
