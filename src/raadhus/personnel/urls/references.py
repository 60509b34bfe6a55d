"""The addresses of references."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
