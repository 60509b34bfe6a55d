"""The addresses of the ledger, the figures and the case to the board."""

from django.urls import URLPattern, path

from raadhus.refunds.views import board_cases, earlier_years, ledger

urlpatterns: list[URLPattern] = [
    path("tal/", ledger.ledger, name="ledger"),
    path("tal/sager/", ledger.lost_cases, name="lost_cases"),
    path("tal/tidligere-aar/", earlier_years.set_year, name="set_earlier_year"),
    path("tal/sag/<int:year>/", board_cases.propose, name="propose"),
    path("tal/opgoerelser/<uuid:key>/", board_cases.statement, name="statement"),
]
