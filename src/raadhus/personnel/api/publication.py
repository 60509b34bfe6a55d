"""The API of publication."""

from ninja import Router

router = Router()
