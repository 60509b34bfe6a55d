"""The addresses of what was found in payroll's facts."""

from django.urls import URLPattern, path

from raadhus.personnel.views import accepting, findings

urlpatterns: list[URLPattern] = [
    path("udgivelser/fund/", findings.findings, name="findings"),
    path("udgivelser/fund/<slug:state>/godtag/", accepting.accept, name="accept_finding"),
    path("udgivelser/fund/<slug:state>/fortryd/", accepting.undo, name="refuse_finding_again"),
]
