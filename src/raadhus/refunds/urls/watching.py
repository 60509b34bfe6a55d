"""The addresses of the watch list, acting, and the leader's guide."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
