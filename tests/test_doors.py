"""The access matrix: every address, every operation of the API and every command, times every role.

What is expected is read from the verbs as the rooms declare them, without the code that decides. The policy and the
doors are also written out in docs/rules/policy.txt and docs/rules/doors.txt, so that a change shows as a change:
`make golden` writes them anew.
"""

import contextlib
import os
import re
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import Resolver404, resolve
from django.utils import timezone

from raadhus.config.api import operations
from raadhus.config.cli import main
from raadhus.core.access.admission import admit_api_call, admit_command
from raadhus.core.access.middleware import doors
from raadhus.core.access.middleware.doors import AccessMiddleware
from raadhus.core.access.public import policy_table
from raadhus.core.access.queries.decisions import remembering
from raadhus.core.access.queries.door_faults import unknown_verbs, unmarked_doors
from raadhus.core.access.queries.doors import web_doors
from raadhus.kernel.doors import verb_of
from raadhus.kernel.errors import DomainError
from raadhus.kernel.roles import Role
from raadhus.ui.terminal import LazyGroup

DOCS = Path(__file__).parent.parent / "docs" / "rules"
SAMPLES = {"int": "1", "uuid": "00000000-0000-7000-8000-000000000000"}
SAMPLES["uuidstr"] = SAMPLES["uuid"]


def expected(role, verb):
    """Whether the role alone opens the door, by the declaration."""
    if verb is None:
        return False
    allowed = policy_table()[verb].roles
    return Role.PUBLIC in allowed or role in allowed or (role is not Role.PUBLIC and Role.EMPLOYEE in allowed)


def commands(group=main, words=("raadhus",)):
    """Every command that uses the database, with its words."""
    context = click.Context(group, obj={"prepare_database": lambda: None})
    for name in group.list_commands(context):
        lazy = group._lazy[name]
        if not lazy.database and not lazy.target.partition(":")[0].endswith(".cli"):
            continue
        command = group.get_command(context, name)
        if isinstance(command, LazyGroup):
            yield from commands(command, (*words, name))
        else:
            yield " ".join((*words, name)), command.callback


def sample(route):
    """An address that matches the route, or None for a route of regular expressions."""
    path = re.sub(r"<(?:(\w+):)?\w+>", lambda found: SAMPLES.get(found[1], "x"), route)
    return None if re.search(r"[\^$()?\\]", path) else f"/{path}"


def api_sample(path):
    """An address of the operation; what its parameters look like is found by trying."""
    for value in ("x", *SAMPLES.values()):
        address = "/api/" + re.sub(r"{(?:(\w+):)?[^}]*}", lambda found: SAMPLES.get(found[1], value), path)  # noqa: B023 - used at once
        with contextlib.suppress(Resolver404):
            resolve(address)
            return address
    raise AssertionError(f"no sample address for {path}; add one to SAMPLES")


@pytest.fixture
def middleware(db, monkeypatch):
    # A refusal's page is drawn over the wire below; here only whether the door opens is asked, thousands of times.
    monkeypatch.setattr(doors, "refuse", lambda _request, _sentence, status: HttpResponse(status=status))
    return AccessMiddleware(lambda _request: HttpResponse())


@pytest.fixture
def one_request():
    """Read an actor's standing once, as within a request."""
    with remembering():
        yield


def test_every_verb_named_is_declared():
    assert unknown_verbs() == ()


def test_every_address_names_its_verb_or_is_meant_to_be_shut():
    assert unmarked_doors() == ()


def test_every_operation_of_the_api_names_a_declared_verb():
    verbs = {path: verb_of(operation.view_func) for path, operation in operations()}
    assert {path: verb for path, verb in verbs.items() if verb not in policy_table()} == {}


def test_every_command_with_the_database_names_a_declared_verb():
    verbs = {words: verb_of(callback) for words, callback in commands()}
    developers = {"raadhus manage"}
    assert {words: verb for words, verb in verbs.items() if verb not in policy_table()}.keys() - developers == set()


@pytest.mark.any_engine
@pytest.mark.parametrize("role", Role)
def test_an_address_opens_for_the_roles_of_its_verb_and_no_others(middleware, actor_of, one_request, role):
    wrong, actor = [], actor_of(role)
    for door in web_doors():
        request = RequestFactory().get("/")
        request.user, request.session, request.actor = SimpleNamespace(), {}, actor
        request.resolver_match = SimpleNamespace(view_name=door.name, app_names=[])
        opened = middleware.process_view(request, door.view, (), {}) is None
        if opened != expected(role, door.verb):
            wrong.append(f"/{door.route} {door.verb}: {'open' if opened else 'shut'}")
    assert wrong == []


@pytest.mark.any_engine
@pytest.mark.parametrize("role", Role)
def test_an_operation_opens_for_the_roles_of_its_verb_and_no_others(actor_of, one_request, role):
    wrong, actor = [], actor_of(role)
    for path, operation in operations():
        request = RequestFactory().get("/")
        request.user, request.session, request.actor = SimpleNamespace(), {}, actor
        verb = verb_of(operation.view_func)
        try:
            admit_api_call(request, verb, now=timezone.now())
            opened = True
        except DomainError:
            opened = False
        if opened != expected(role, verb):
            wrong.append(f"{path} {verb}: {'open' if opened else 'shut'}")
    assert wrong == []


@pytest.mark.any_engine
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PUBLIC}))
def test_a_command_runs_for_the_roles_of_its_verb_and_no_others(actor_of, role):
    wrong = []
    for words, callback in commands():
        verb = verb_of(callback)
        try:
            admit_command(verb, environ={"RAADHUS_ACTOR": actor_of(role).key}, now=timezone.now())
            opened = True
        except DomainError:
            opened = False
        if opened != expected(role, verb):
            wrong.append(f"{words} {verb}: {'open' if opened else 'shut'}")
    assert wrong == []


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.EMPLOYEE, Role.AUDITOR, Role.ADMINISTRATOR])
def test_over_the_wire_no_page_breaks_and_none_opens_for_others(client_of, role):
    client, wrong = client_of(role), []
    for door in web_doors():
        address = sample(door.route)
        if address is None or door.name == "account_logout":
            continue
        answer = client.get(address)
        shut = answer.status_code == 403 or "/konto/login/" in answer.get("Location", "")
        if answer.status_code >= 500 or (not expected(role, door.verb) and not shut):
            wrong.append(f"{address} {door.verb}: {answer.status_code}")
    assert wrong == []


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.EMPLOYEE, Role.AUDITOR])
def test_over_the_wire_no_operation_answers_others(client_of, role):
    client, wrong = client_of(role), []
    for path, operation in operations():
        address = api_sample(path)
        answer = client.generic(operation.methods[0], address, content_type="application/json")
        if not expected(role, verb_of(operation.view_func)) and answer.status_code not in {401, 403}:
            wrong.append(f"{operation.methods[0]} {address}: {answer.status_code}")
    assert wrong == []


def test_an_unmarked_view_stays_shut_even_for_the_administrator(middleware, actor_of):
    request = RequestFactory().get("/")
    request.user, request.session, request.actor = SimpleNamespace(), {}, actor_of(Role.ADMINISTRATOR)
    request.resolver_match = SimpleNamespace(view_name="", app_names=[])
    assert middleware.process_view(request, lambda _request: HttpResponse(), (), {}).status_code == 403


def test_a_page_sends_the_anonymous_to_log_in_and_back(db):
    answer = Client().get("/profil/")
    assert answer["Location"] == "/konto/login/?next=/profil/"


def policy_lines():
    for name, verb in sorted(policy_table().items()):
        roles = "everybody" if Role.PUBLIC in verb.roles else " ".join(role for role in Role if role in verb.roles)
        yield f"{name}{' (look-ups audited)' if verb.sensitive else ''}: {roles}"


def door_lines():
    yield from sorted(f"/{door.route} {door.verb or 'SHUT'}" for door in web_doors())
    yield from sorted(
        f"{' '.join(operation.methods)} /api/{path} {verb_of(operation.view_func)}" for path, operation in operations()
    )
    yield from sorted(f"{words}: {verb_of(callback) or 'SHUT'}" for words, callback in commands())


@pytest.mark.parametrize(("name", "lines"), [("policy.txt", policy_lines), ("doors.txt", door_lines)])
def test_the_golden_tables_show_the_policy_as_it_is(name, lines):
    file, now = DOCS / name, "\n".join(lines()) + "\n"
    if os.environ.get("RAADHUS_WRITE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(now, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == now, (
        f"the policy changed; read the difference, then `make golden` ({name})"
    )
