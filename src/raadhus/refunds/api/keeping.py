"""The API of NemRefusion's statuses, agreements and settings."""

from ninja import Router

router = Router()
