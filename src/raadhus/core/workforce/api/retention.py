"""The API of retention periods."""

from ninja import Router

router = Router()
