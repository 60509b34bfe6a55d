"""The addresses of payroll's sources."""

from django.urls import path

from raadhus.core.workforce.views import source_editor, source_list, sources

urlpatterns = [
    path("", source_list.sources, name="sources"),
    path("kilder/ny/", source_editor.begin, name="begin_source"),
    path("kilder/opret/", source_editor.create, name="create_source"),
    path("kilder/<slug:key>/", sources.source, name="source"),
    path("kilder/<slug:key>/ret/", source_editor.change, name="change_source"),
    path("kilder/<slug:key>/brug/", source_editor.switch, name="switch_source"),
    path("kilder/<slug:key>/tillad-cpr/", sources.accept_cpr, name="accept_cpr"),
    path("kilder/<slug:key>/afvis-cpr/", sources.refuse_cpr, name="refuse_cpr"),
]
