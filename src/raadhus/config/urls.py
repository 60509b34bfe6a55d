"""All addresses: each room declares its prefix and module, and config hangs them up."""

from django.urls import URLPattern, URLResolver, include, path

from raadhus.config.rooms import rooms

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(module)) for room in rooms() if room.urls for prefix, module in [room.urls]
]
