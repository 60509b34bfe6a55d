"""What the API's description says beyond what ninja knows: errors, security, and the verb of every operation."""

from collections.abc import Iterable
from typing import Any

from ninja.operation import Operation

from raadhus.core.access.public import policy_table
from raadhus.kernel.doors import verb_of

PROBLEM = {
    "type": "object",
    "required": ["type", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "En sætning til den, der kalder."},
        "errors": {"type": "array", "items": {"type": "object"}},
    },
}
ERRORS = {
    "400": "Kan ikke lade sig gøre; sætningen siger hvorfor.",
    "401": "Kalderen er ikke logget ind, eller nøglen gælder ikke.",
    "403": "Kalderen har ikke adgang.",
    "404": "Findes ikke, eller må ikke ses.",
    "409": "Nogen har ændret det samme imens.",
    "422": "Kaldet har ikke den rette form.",
}
SECURITY_SCHEMES = {
    "key": {"type": "http", "scheme": "bearer", "description": "API-nøgle, oprettet på egen profil."},
    "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
}


def describe(schema: Any, operations: Iterable[tuple[str, Operation]]) -> Any:
    """Add to ninja's description, in place, and return it. Paths and operations come out in alphabetical order."""
    components = schema.setdefault("components", {})
    components.setdefault("schemas", {})["Problem"] = PROBLEM
    components["securitySchemes"] = SECURITY_SCHEMES
    schema["security"] = [{"key": []}, {"session": []}]
    by_id = {operation.api.get_openapi_operation_id(operation): operation for _path, operation in operations}
    for methods in schema["paths"].values():
        for described in methods.values():
            _describe_operation(described, by_id.get(described["operationId"]))
    schema["paths"] = dict(sorted(schema["paths"].items()))
    return schema


def _describe_operation(described: dict[str, Any], operation: Operation | None) -> None:
    verb = verb_of(operation.view_func) if operation is not None else None
    row = policy_table().get(verb or "")
    if row is not None:
        described["x-verb"] = row.name
        described["x-verb-label"] = row.label
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    responses = {str(status): response for status, response in described["responses"].items()}
    for status, description in ERRORS.items():
        responses.setdefault(status, {"description": description, "content": content})
    described["responses"] = responses
