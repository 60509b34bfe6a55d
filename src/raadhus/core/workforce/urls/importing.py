"""The addresses of imports and their reports."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
