"""The addresses of refunds, a file for each topic; Danish words for the reader, English names for the code."""

from raadhus.refunds.urls import cases, keeping, ledger, watching

app_name = "refunds"

urlpatterns = [
    *watching.urlpatterns,
    *cases.urlpatterns,
    *keeping.urlpatterns,
    *ledger.urlpatterns,
]
