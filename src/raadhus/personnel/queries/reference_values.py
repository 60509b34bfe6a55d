"""The reference values that figures may be held against."""

from raadhus.personnel.rules.benchmarks.published import PUBLISHED
from raadhus.personnel.rules.benchmarks.references import ReferenceValue


def references() -> tuple[ReferenceValue, ...]:
    """Return all reference values that are known."""
    return PUBLISHED
