"""The API of releases."""

from ninja import Router

router = Router()
