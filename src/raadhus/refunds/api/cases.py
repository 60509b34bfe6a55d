"""The API of the cases."""

from ninja import Router

router = Router()
