"""The API of refunds: one router, with a file for each topic."""

from ninja import Router

from raadhus.refunds.api import cases, keeping, ledger, watching

router = Router()
for topic in (watching, cases, keeping, ledger):
    router.add_router("", topic.router)
