"""The addresses of the cases."""

from django.urls import URLPattern, path

from raadhus.refunds.views import appendix, case, cases, suspicions

urlpatterns: list[URLPattern] = [
    path("sager/", cases.cases, name="cases"),
    path("sager/<uuid:key>/", case.case, name="case"),
    path("sager/<uuid:key>/ret/", case.change, name="change_case"),
    path("sager/<uuid:key>/afslut/", case.settle, name="settle_case"),
    path("sager/<uuid:key>/genaabn/", case.reopen, name="reopen_case"),
    path("sager/<uuid:key>/bilag/", appendix.appendix, name="appendix"),
    path("sager/<uuid:key>/bilag.pdf", appendix.appendix_pdf, name="appendix_pdf"),
    path("mulige-fejl/", suspicions.suspicions, name="suspicions"),
    path("mulige-fejl/<uuid:key>/lad-vaere/", suspicions.let_be, name="let_be"),
]
