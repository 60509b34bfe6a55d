"""The addresses of what is published: permanent ones, decisions, feeds, calendars, the sitemap."""

from django.urls import path, register_converter

from raadhus.meetings.views import case_extracts, decisions, feeds, public, sitemap


class DayConverter:
    """A day as it stands in an address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> str:
        """Return the text: what has no meeting is not found, whether or not it is a day."""
        return value

    def to_url(self, value: object) -> str:
        """Return a date or a text as it stands in an address."""
        return str(value)


register_converter(DayConverter, "day")

_AT = "<slug:body>/<day:day>/<slug:kind>/"

urlpatterns = [
    path("aktindsigt/", case_extracts.case_extract, name="case_extract"),
    path("aktindsigt/hent/<slug:form>/", case_extracts.case_extract_file, name="case_extract_file"),
    path("aktindsigt/intern/", case_extracts.case_extract_internal, name="case_extract_internal"),
    path(
        "aktindsigt/intern/hent/<slug:form>/",
        case_extracts.case_extract_internal_file,
        name="case_extract_internal_file",
    ),
    path("beslutninger/", decisions.decisions, name="decisions"),
    path("beslutninger/feed.atom", feeds.decisions, {"form": "atom"}, name="decisions_feed"),
    path("beslutninger/feed.rss", feeds.decisions, {"form": "rss"}, name="decisions_rss"),
    path("feed.atom", feeds.meetings, {"form": "atom"}, name="feed"),
    path("feed.rss", feeds.meetings, {"form": "rss"}, name="rss"),
    path("kalender.ics", feeds.calendar, name="calendar"),
    path("organer/<slug:key>/feed.atom", feeds.meetings, {"form": "atom"}, name="body_feed"),
    path("organer/<slug:key>/feed.rss", feeds.meetings, {"form": "rss"}, name="body_rss"),
    path("organer/<slug:key>/kalender.ics", feeds.calendar, name="body_calendar"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("<uuid:meeting_id>/punkt/<uuid:item_id>/bilag/<slug:mark>/", public.attachment_by_id, name="attachment_by_id"),
    path(_AT, public.meeting, name="public_meeting"),
    path(f"{_AT}hent/<slug:format_name>/", public.download, name="public_download"),
    path(f"{_AT}<slug:item>/", public.item, name="public_item"),
    path(f"{_AT}<slug:item>/bilag/<slug:mark>/", public.attachment, name="attachment"),
]
