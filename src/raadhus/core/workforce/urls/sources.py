"""The addresses of payroll's sources."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
