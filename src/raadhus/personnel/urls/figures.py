"""The addresses of figures."""

from django.urls import URLPattern, path

from raadhus.personnel.views import figures

urlpatterns: list[URLPattern] = [
    path("", figures.overview, name="overview"),
    path("tal/", figures.figure, name="figure"),
]
