"""Addresses of a house in which something goes wrong below /api/."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from raadhus.config import errors
from raadhus.kernel.doors import ANYONE, door


@door(ANYONE)
def fault(_request: HttpRequest) -> HttpResponse:
    raise RuntimeError("den hemmelige sag")


urlpatterns = [path("api/fault", fault)]
handler500 = errors.broken
