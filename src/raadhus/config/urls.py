"""All addresses: each room declares its prefix and module, and config hangs them up."""

from django.urls import URLPattern, URLResolver, include, path

from raadhus.config import errors, front, manual, patterns, robots
from raadhus.config.api import api
from raadhus.config.api_docs import api_docs
from raadhus.config.rooms import rooms

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.front, name="front"),
    path("api/docs/", api_docs, name="api_docs"),
    path("api/", api.urls),
    path("sprog/", front.choose_language, name="set_language"),
    path("hjaelp/", manual.page, name="manual"),
    path("hjaelp/<slug:name>/", manual.page, name="manual_page"),
    path("hjaelp/billeder/<slug:name>.png", manual.picture, name="manual_picture"),
    path("tilgaengelighed/", manual.page, {"name": "tilgaengelighed"}, name="accessibility"),
    path("robots.txt", robots.robots, name="robots"),
    path("ui/patterns", patterns.patterns, name="patterns"),
    path("ui/patterns/progress/<int:count>", patterns.progress, name="patterns_progress"),
]
urlpatterns += [
    path(prefix, include(module))
    for room in rooms()
    for prefix, module in ([room.urls] if room.urls else []) + list(room.other_urls)
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
