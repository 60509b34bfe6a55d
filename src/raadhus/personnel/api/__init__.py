"""The API of personnel figures: one router, with a file for each topic."""

from ninja import Router

from raadhus.personnel.api import around, figures, findings, publication, references, releases

router = Router()
for topic in (figures, releases, findings, references, around, publication):
    router.add_router("", topic.router)
