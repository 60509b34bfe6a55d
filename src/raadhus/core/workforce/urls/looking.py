"""The addresses of looking employments and absences up."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
