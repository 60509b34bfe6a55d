"""The API of looking employments and absences up."""

from ninja import Router

router = Router()
