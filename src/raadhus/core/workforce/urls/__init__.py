"""The addresses of payroll's facts, a file for each topic; Danish words for the reader, English names for the code."""

from raadhus.core.workforce.urls import importing, looking, retention, sources

app_name = "workforce"

urlpatterns = [
    *sources.urlpatterns,
    *importing.urlpatterns,
    *looking.urlpatterns,
    *retention.urlpatterns,
]
