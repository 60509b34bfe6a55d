"""An error page says what happened and what to do, and nothing of what is behind."""

import logging
import re

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client
from django.urls import path

from raadhus.config import errors, front
from raadhus.kernel.doors import ANYONE, door

SECRET = "den hemmelige sag 24/24964"


def failing(error):
    @door(ANYONE)
    def view(request):
        raise error

    return view


urlpatterns = [
    path("", front.front, name="front"),
    path("sprog/", front.choose_language, name="set_language"),
    path("400", failing(SuspiciousOperation(SECRET))),
    path("403", failing(PermissionDenied(SECRET))),
    path("404", failing(Http404(SECRET))),
    path("500", failing(RuntimeError(SECRET))),
]
handler400, handler403, handler404, handler500 = errors.bad_request, errors.forbidden, errors.not_found, errors.broken


@pytest.fixture
def visitor(db, settings):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_it_helps_and_tells_nothing(visitor, status):
    answer = visitor.get(f"/{status}")
    text = answer.content.decode()
    assert answer.status_code == status
    assert SECRET not in text
    assert 'href="/"' in text
    assert "<h1>" in text
    assert "Traceback" not in text


def test_the_number_on_the_screen_is_the_number_in_the_log(visitor, caplog):
    with caplog.at_level(logging.ERROR, logger="raadhus.errors"):
        text = visitor.get("/500").content.decode()
    number = re.search(r"<strong>([0-9a-f]{8})</strong>", text)[1]
    assert any(number in record.getMessage() for record in caplog.records)


def test_the_page_for_our_own_faults_needs_no_database(rf):
    assert errors.broken(rf.get("/")).status_code == 500
