"""The API of meetings: one router, with a file for each topic."""

from ninja import Router

from raadhus.meetings.api import documents

router = Router()
for topic in (documents,):
    router.add_router("", topic.router)
