"""The addresses of NemRefusion's statuses, agreements and settings."""

from django.urls import URLPattern, path

from raadhus.refunds.views import agreements, settings, statuses

urlpatterns: list[URLPattern] = [
    path("nemrefusion/", statuses.statuses, name="statuses"),
    path("nemrefusion/uden-fravaer/", statuses.unmatched, name="unmatched"),
    path("nemrefusion/<uuid:key>/", statuses.run, name="status_run"),
    path("aftaler/", agreements.agreements, name="agreements"),
    path("aftaler/ny/", agreements.add, name="set_agreement"),
    path("aftaler/<uuid:key>/fjern/", agreements.remove, name="remove_agreement"),
    path("forudsaetninger/", settings.settings, name="settings"),
    path("forudsaetninger/ret/", settings.change, name="set_settings"),
    path("genberegn/", settings.recalculate, name="recalculate"),
    path("slet/", settings.forget, name="forget"),
]
