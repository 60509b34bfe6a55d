"""The addresses of imports and their reports."""

from django.urls import path

from raadhus.core.workforce.views import imports, runs

urlpatterns = [
    path("importer/", runs.runs, name="runs"),
    path("importer/indlaes/", imports.import_page, name="import"),
    path("importer/<uuid:key>/", imports.run, name="run"),
]
