"""The API of payroll's sources."""

from ninja import Router

router = Router()
