"""The API of personnel figures: one router, with a file for each topic."""

from ninja import Router

from raadhus.personnel.api import around, figures, findings, publication, references, releases, series

router = Router()
for topic in (figures, releases, findings, series, references, around, publication):
    router.add_router("", topic.router)
