"""Functions and search sources named by a dotted path, so that apps.py can declare them before models may be loaded."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from raadhus.kernel.actors import Actor
from raadhus.kernel.rooms import SearchEntry, SearchSource


def _resolve(path: str) -> Any:
    module, _, attribute = path.partition(":")
    return getattr(importlib.import_module(module), attribute)


def call(path: str) -> Callable[..., Any]:
    """Return a function that imports "module:attribute" when it is first called, and calls it."""

    def later(*args: Any, **kwargs: Any) -> Any:
        return _resolve(path)(*args, **kwargs)

    return later


@dataclass(slots=True)
class Source:
    """A search source whose implementation, an instance at "module:attribute", is imported when it is asked."""

    name: str
    label: str
    path: str
    kinds: tuple[tuple[str, str], ...] = ()

    def entries(self, keys: Sequence[str] | None = None) -> Sequence[SearchEntry]:
        """Return the implementation's entries."""
        source: SearchSource = _resolve(self.path)
        return source.entries(keys)

    def viewer_labels(self, viewer: Actor, now: datetime) -> frozenset[str]:
        """Return the access labels that the viewer holds now."""
        source: SearchSource = _resolve(self.path)
        return source.viewer_labels(viewer, now)
