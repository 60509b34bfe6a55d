"""The addresses of reference values and of those who are served."""

from django.urls import URLPattern, path

from raadhus.personnel.views import references

urlpatterns: list[URLPattern] = [
    path("sammenligningstal/", references.references, name="references"),
    path("sammenligningstal/et/", references.reference, name="reference"),
]
