"""The API of figures."""

from ninja import Router

router = Router()
