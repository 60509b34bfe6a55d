"""The API keeps its own description: schemathesis asks every operation odd questions, as several roles."""

from datetime import timedelta
from typing import get_args

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from raadhus.config.api import operations
from raadhus.config.wsgi import application
from raadhus.core.access.actions.tokens import create_token
from raadhus.core.access.queries.tokens import verbs_for_token
from raadhus.kernel.roles import Role

CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]


def key_of(actor):
    now = timezone.now()
    verbs = [verb.name for verb in verbs_for_token(viewer=actor, now=now)]
    return create_token(actor=actor, name="Prøve", verbs=verbs, expires_at=now + timedelta(days=1), now=now).key


@pytest.fixture
def one_connection():
    """Keep the test's own connection, with its transaction, through the requests, as Django's test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.slow
def test_every_operation_answers_as_described(actor_of, one_connection):
    """What is asked is made up once, which takes the most time, and asked by a citizen and as two roles."""
    askers = [{}, *({"Authorization": f"Bearer {key_of(actor_of(role))}"} for role in (Role.AUDITOR, Role.SECRETARY))]
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case):
            for headers in askers:
                case.call_and_validate(headers=headers, checks=CHECKS)

        ask()


def test_the_description_names_each_operation_once(db):
    described = Client().get("/api/openapi.json").json()
    names = [one["operationId"] for methods in described["paths"].values() for one in methods.values()]
    assert len(names) == len(set(names))
    assert all(one["x-verb"] for methods in described["paths"].values() for one in methods.values())


def test_the_description_is_a_page_too(db):
    page = Client().get("/api/docs/").content.decode()
    assert "access.read_own_account" in page
    assert '<script src="http' not in page


def test_no_two_rooms_describe_different_things_by_the_same_name():
    """Ninja keeps one description for each name: the second room's answers would be described as the first's."""
    named = {}
    for _path, operation in operations():
        for model in (*operation.models, *filter(None, operation.response_models.values())):
            for schema in schemas_in(model):
                named.setdefault(schema.__name__, set()).add(schema)
    assert {name: found for name, found in named.items() if len(found) > 1} == {}


def schemas_in(annotation):
    """The named schemas inside a type, such as list[CaseOut] | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation.__module__.startswith("raadhus."):
            yield annotation
        for field in annotation.model_fields.values():
            yield from schemas_in(field.annotation)
    for inner in get_args(annotation):
        yield from schemas_in(inner)
