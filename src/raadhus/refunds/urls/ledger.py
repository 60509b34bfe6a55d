"""The addresses of the ledger, the figures and the case to the board."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
