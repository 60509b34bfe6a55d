"""Addresses of access: logging in, accounts, roles, the policy, one's own profile."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("allauth.urls")),
]
