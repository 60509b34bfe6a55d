"""The API of imports and their reports."""

from ninja import Router

router = Router()
