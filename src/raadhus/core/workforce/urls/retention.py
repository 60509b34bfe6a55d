"""The addresses of retention periods."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
