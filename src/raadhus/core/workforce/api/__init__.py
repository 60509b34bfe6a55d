"""The API of payroll's facts: one router, with a file for each topic."""

from ninja import Router

from raadhus.core.workforce.api import importing, looking, retention, sources

router = Router()
for topic in (sources, importing, looking, retention):
    router.add_router("", topic.router)
