"""The addresses of personnel figures, a file for each topic; Danish words for the reader, English names for the code."""

from raadhus.personnel.urls import around, figures, findings, publication, references, releases, series

app_name = "personnel"

urlpatterns = [
    *figures.urlpatterns,
    *releases.urlpatterns,
    *findings.urlpatterns,
    *series.urlpatterns,
    *references.urlpatterns,
    *around.urlpatterns,
    *publication.urlpatterns,
]
