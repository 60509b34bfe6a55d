"""The addresses of NemRefusion's statuses, agreements and settings."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
