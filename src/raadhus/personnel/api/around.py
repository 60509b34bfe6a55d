"""The API of around."""

from ninja import Router

router = Router()
