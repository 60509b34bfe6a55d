"""The API of the watch list, acting, and the leader's guide."""

from ninja import Router

router = Router()
