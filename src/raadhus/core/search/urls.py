"""The addresses of the search."""

from django.urls import path

from raadhus.core.search import views

app_name = "search"

urlpatterns = [path("", views.find, name="search")]
