"""The addresses of the series of figures."""

from django.urls import URLPattern, path

from raadhus.personnel.views import series

urlpatterns: list[URLPattern] = [
    path("udgivelser/serier/", series.all_series, name="series"),
    path("udgivelser/serier/ny/", series.name, name="name_series"),
]
