"""The API of references."""

from ninja import Router

router = Router()
