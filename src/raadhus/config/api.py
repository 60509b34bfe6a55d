"""The API: every room's router under one address, one enforcement of doors, one form of errors.

Each operation is marked with `@door`; one that is not stays shut. Whoever calls has logged in (session, with CSRF on
what writes) or carries an API key (`Authorization: Bearer`), and never gets more than the policy table gives.
"""

import importlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Router
from ninja.operation import Operation
from ninja.utils import check_csrf

from raadhus.config.api_errors import answer_errors, problem, unknown_names
from raadhus.config.openapi import describe
from raadhus.config.rooms import rooms
from raadhus.core.access.public import ApiCaller, admit_api_call
from raadhus.kernel.doors import verb_of
from raadhus.kernel.errors import DomainError

Run = Callable[..., HttpResponseBase]


class HouseAPI(NinjaAPI):
    """Ninja, with the house's description: stable names, the errors and the verb of every operation."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return room_function, which stays when files move."""
        function = operation.view_func
        module = function.__module__.removeprefix("raadhus.").removeprefix("core.")
        return f"{module.split('.')[0]}_{function.__name__}"

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """Return the OpenAPI description with errors, security and verbs added."""
        return describe(super().get_openapi_schema(**kwargs), list(operations()))


def enforce_door(run: Run) -> Run:
    """Wrap an operation: it runs when its verb is given to whoever calls, and otherwise answers 401 or 403."""
    operation: Operation = run.__self__  # type: ignore[attr-defined]  # ninja binds its operations; the mark sits on them
    if operation.is_async:
        raise TypeError(f"{operation.view_func.__name__}: operations of the API are not async.")

    names = _query_names(operation)

    @wraps(run)
    def opened(request: HttpRequest, **path: Any) -> HttpResponseBase:
        try:
            caller = admit_api_call(request, verb_of(operation.view_func), now=timezone.now())
        except DomainError as error:
            return operation.api.on_exception(request, error)
        if caller is ApiCaller.SESSION and check_csrf(request) is not None:
            return problem(403, _("Kaldet mangler sidens CSRF-nøgle. Hent siden igen, eller brug en API-nøgle."))
        return unknown_names(request, names) or run(request, **path)

    return opened


def _query_names(operation: Operation) -> frozenset[str]:
    """Return the names that an operation takes in its query string."""
    asked = (model for model in operation.models if model.__ninja_param_source__ == "query")
    return frozenset(name for model in asked for name in model.__ninja_flatten_map__)


def _router_of(dotted: str) -> Router:
    module, _separator, attribute = dotted.replace(":", ".").rpartition(".")
    router: Router = getattr(importlib.import_module(module), attribute)
    return router


def _build() -> HouseAPI:
    built = HouseAPI(title="raadhus", version="1", docs_url=None, urls_namespace="api")
    built.add_decorator(enforce_door, mode="view")
    for room in rooms():
        if room.api:
            dotted, prefix = sorted(room.api, key=lambda part: not part.startswith("raadhus."))
            built.add_router(prefix.strip("/"), _router_of(dotted), tags=[room.name])
    answer_errors(built)
    return built


api = _build()


def operations() -> tuple[tuple[str, Operation], ...]:
    """Return every operation with its path below /api, for the description and for the test of all doors."""
    found: list[tuple[str, Operation]] = []
    for bound in api._get_bound_routers():  # noqa: SLF001 - ninja offers no other way to list its operations
        for path, view in bound.path_operations.items():
            full = "/".join(part.strip("/") for part in (bound.prefix, path) if part.strip("/"))
            found += [(full, operation) for operation in view.operations]
    return tuple(found)
