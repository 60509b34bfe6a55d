"""Registration of ui: base page, components, design tokens, print."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The app that holds templates, static files and template tags; it has no tables."""

    name = "raadhus.ui"
    label = "ui"
    verbose_name = "Brugerflade"
