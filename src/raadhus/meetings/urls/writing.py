"""The addresses of the page on which a case is written."""

from django.urls import path

from raadhus.meetings.views import section_versions, writing, writing_findings

urlpatterns = [
    path("sag/<uuid:draft_id>/skriv/", writing.writing, name="writing"),
    path("sag/<uuid:draft_id>/skriv/fund/", writing_findings.findings, name="writing_findings"),
    path("sag/<uuid:draft_id>/skriv/<uuid:section_id>/versioner/", section_versions.history, name="section_history"),
]
