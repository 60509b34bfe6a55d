"""The API of the ledger, the figures and the case to the board."""

from ninja import Router

router = Router()
