"""The addresses of releases, settings and the list of job codes."""

from django.urls import URLPattern, path

from raadhus.personnel.views import figure_settings as settings
from raadhus.personnel.views import occupations, releases

urlpatterns: list[URLPattern] = [
    path("udgivelser/", releases.releases, name="releases"),
    path("udgivelser/udgiv/", releases.start, name="start_release"),
    path("udgivelser/<int:number>/", releases.release, name="release"),
    path("forudsaetninger/", settings.figure_settings, name="settings"),
    path("forudsaetninger/ret/", settings.change_settings, name="set_settings"),
    path("stillinger/", occupations.occupations, name="occupations"),
    path("stillinger/ret/", occupations.change_occupations, name="set_occupations"),
]
