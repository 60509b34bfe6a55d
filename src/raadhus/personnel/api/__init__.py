"""The API of personnel figures: one router, with a file for each topic."""

from ninja import Router

from raadhus.personnel.api import around, figures, publication, references, releases

router = Router()
for topic in (figures, releases, references, around, publication):
    router.add_router("", topic.router)
