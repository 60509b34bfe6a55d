"""The addresses of the organisation."""

from django.urls import path

from raadhus.core.organisation import views

app_name = "organisation"

urlpatterns = [
    path("", views.tree, name="tree"),
    path("import", views.import_file, name="import"),
    path("enheder/<slug:key>", views.unit, name="unit"),
    path("personer/<slug:key>", views.person, name="person"),
]
