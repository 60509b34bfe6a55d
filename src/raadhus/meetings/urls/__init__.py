"""The addresses of meetings, a file for each topic; Danish words for the reader, English names for the code."""

from raadhus.meetings.urls import agendas, deciding, documents, publication, room, signing, writing

app_name = "meetings"

urlpatterns = [
    *documents.urlpatterns,
    *agendas.urlpatterns,
    *room.urlpatterns,
    *signing.urlpatterns,
    *writing.urlpatterns,
    *publication.urlpatterns,
    *deciding.urlpatterns,
]
