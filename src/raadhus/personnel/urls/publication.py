"""The addresses of the publication. What is out has a permanent address: publikation/2025/, publikation/2025-1/ for a half year's report."""

from django.urls import URLPattern, path

from raadhus.personnel.views import board_cases, publications
from raadhus.personnel.views import publication_drafts as drafts
from raadhus.personnel.views import publication_writing as writing

_ONE = "publikation/kladder/<uuid:key>/"

urlpatterns: list[URLPattern] = [
    path("publikation/", publications.publications, name="publications"),
    path("publikation/ny/", writing.make, name="make_publication"),
    path(_ONE, drafts.draft, name="draft"),
    path(f"{_ONE}fil/<slug:form>/", drafts.draft_file, name="draft_file"),
    path(f"{_ONE}kommentar/<slug:section>/", writing.comment, name="comment"),
    path(f"{_ONE}udgivelse/<int:number>/", writing.renew, name="renew"),
    path(f"{_ONE}offentliggoer/", writing.publish, name="publish"),
    path(f"{_ONE}traek-tilbage/", writing.withdraw, name="withdraw"),
    path(f"{_ONE}sag/", board_cases.propose, name="propose"),
    path("publikation/sager/<uuid:key>/", board_cases.statement, name="statement"),
    path("publikation/<slug:issue>/", publications.published, name="published"),
    path("publikation/<slug:issue>/fil/<slug:form>/", publications.published_file, name="published_file"),
    path("publikation/<slug:issue>/diagram/<slug:key>.svg", publications.published_chart, name="published_chart"),
]
