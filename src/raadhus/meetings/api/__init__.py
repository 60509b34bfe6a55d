"""The API of meetings: one router, with a file for each topic."""

from ninja import Router

from raadhus.meetings.api import (
    agendas,
    deciding,
    documents,
    draft_findings,
    guide,
    publication,
    room,
    signing,
    writing,
)

router = Router()
for topic in (documents, agendas, publication, signing, writing, draft_findings, room, guide, deciding):
    router.add_router("", topic.router)
