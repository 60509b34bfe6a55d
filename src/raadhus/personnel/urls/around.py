"""The addresses of around."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
