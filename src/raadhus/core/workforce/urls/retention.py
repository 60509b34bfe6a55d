"""The addresses of retention periods."""

from django.urls import path

from raadhus.core.workforce.views import protection, retention

urlpatterns = [
    path("slettefrister/", retention.retention, name="retention"),
    path("slettefrister/saet/", retention.change, name="set_retention"),
    path("slettefrister/slet-nu/", retention.forget, name="forget"),
    path("slettefrister/slettet/", retention.forgettings, name="forgettings"),
    path("konsekvensanalyse/", protection.sheet, name="protection"),
]
