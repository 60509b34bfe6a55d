"""The addresses of cases."""

from django.urls import path

from raadhus.core.cases.views import cases, proposals

app_name = "cases"

urlpatterns = [
    path("", cases.show_list, name="cases"),
    path("opret/", cases.create, name="open"),
    path("forslag/", proposals.show_list, name="proposals"),
    path("forslag/<uuid:key>/", proposals.show, name="proposal"),
    path("forslag/<uuid:key>/traek-tilbage/", proposals.withdraw, name="withdraw"),
    path("forslag/<uuid:key>/giv-tilbage/", proposals.hand_back, name="hand_back"),
    path("<uuid:key>/", cases.show, name="case"),
    path("<uuid:key>/titel/", cases.rename, name="rename"),
    path("<uuid:key>/ansvarlig/", cases.change_owner, name="change_owner"),
    path("<uuid:key>/afslut/", cases.close, name="close"),
    path("<uuid:key>/genaabn/", cases.reopen, name="reopen"),
    path("<uuid:key>/luk/", cases.set_closed, name="set_closed"),
    path("<uuid:key>/knyt/", cases.link, name="link"),
    path("<uuid:key>/loes/", cases.unlink, name="unlink"),
]
