"""The API's description as a plain page: no scripts, nothing from elsewhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.config.api import api
from raadhus.kernel.doors import ANYONE, door


@door(ANYONE)
@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    """Show every operation with its verb, parameters and answers."""
    schema = api.get_openapi_schema()
    found = [
        _operation(path, method, described)
        for path, methods in schema["paths"].items()
        for method, described in methods.items()
    ]
    return render(request, "access/api_docs.html", {"operations": found})


def _operation(path: str, method: str, described: dict[str, Any]) -> dict[str, Any]:
    body = described.get("requestBody", {}).get("content", {})
    return {
        "id": described["operationId"],
        "method": method.upper(),
        "path": path,
        "summary": described.get("summary", ""),
        "description": described.get("description", ""),
        "verb": described.get("x-verb", ""),
        "label": described.get("x-verb-label", ""),
        "parameters": described.get("parameters", []),
        "body": ", ".join(body),
        "answers": sorted(status for status in described["responses"] if status.startswith("2")),
    }
