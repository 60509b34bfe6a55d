"""Registration of ui: base page, components, design tokens, print."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The app that holds templates, static files and template tags; it has no tables."""

    name = "raadhus.ui"
    label = "ui"
    verbose_name = "Brugerflade"

    def ready(self) -> None:
        """Say where charts are kept, and how the rules' words are translated."""
        from django.conf import settings  # noqa: PLC0415 - settings are read by now
        from django.utils.translation import get_language, gettext  # noqa: PLC0415 - settings are read by now

        from raadhus.kernel import words  # noqa: PLC0415 - beside the others
        from raadhus.ui import charts  # noqa: PLC0415 - nothing is drawn before the house starts

        words.speak(gettext, reads_danish=lambda: (get_language() or "da").startswith("da"))
        charts.keep_in(settings.CHARTS_FOLDER, fonts=settings.CHART_FONTS)
