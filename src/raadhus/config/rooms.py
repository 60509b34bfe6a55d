"""The rooms of the house, as they declared themselves in their apps.py."""

from raadhus.core.access.public import rooms

__all__ = ["rooms"]
