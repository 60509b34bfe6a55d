"""The addresses of publication."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
