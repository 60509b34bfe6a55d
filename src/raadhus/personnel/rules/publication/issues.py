"""The permanent address of a publication: "2025" is the year's, "2025-1" the workforce report of its first half."""

import re

from raadhus.personnel.rules.publication.outline import Kind

_ISSUE = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?:-(?P<half>[12]))?")


def issue_of(kind: str, year: int, half: int) -> str:
    """Return the address."""
    return f"{year}-{half}" if kind == Kind.WORKFORCE else str(year)


def parse_issue(issue: str) -> tuple[str, int, int] | None:
    """Return kind, year and half of an address, or None when it is none."""
    found = _ISSUE.fullmatch(issue)
    if found is None:
        return None
    half = int(found["half"] or 0)
    return (Kind.WORKFORCE.value if half else Kind.YEAR.value), int(found["year"]), half
