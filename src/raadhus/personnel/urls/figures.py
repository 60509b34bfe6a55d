"""The addresses of figures."""

from django.urls import URLPattern, path, re_path

from raadhus.personnel.views import charts, compare, figures, measures

urlpatterns: list[URLPattern] = [
    path("", figures.overview, name="overview"),
    path("tal/", figures.figure, name="figure"),
    path("sammenlign/", compare.compare, name="compare"),
    path("maal/", measures.measures, name="measures"),
    path("maal/<slug:key>/", measures.measure, name="measure"),
    re_path(r"^diagram\.(?P<kind>svg|png)$", charts.chart, name="chart"),
    path("indlejret/", charts.embed, name="embed"),
    re_path(r"^alt\.(?P<kind>csv|xlsx|parquet)$", figures.everything, name="everything"),
]
