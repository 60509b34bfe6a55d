"""The addresses of the meeting room."""

from django.urls import path

from raadhus.meetings.views import notes, room

urlpatterns = [
    path("noter/", notes.notes, name="notes"),
    path("noter/<uuid:note_id>/slet/", notes.delete, name="note_delete"),
    path("noter/markering/<uuid:highlight_id>/fjern/", notes.highlight_remove, name="highlight_remove"),
    path("punkt/<uuid:item_id>/note/", notes.save, name="note"),
    path("punkt/<uuid:item_id>/markering/", notes.highlight, name="highlight"),
    path("<uuid:meeting_id>/noter/slet/", notes.delete_all, name="notes_delete"),
    path("<uuid:meeting_id>/laes/", room.resume, name="resume"),
    path("<uuid:meeting_id>/laes/<int:place>/", room.read, name="read"),
    path("<uuid:meeting_id>/laes/<int:place>/bilag/<int:number>/", room.attachment, name="attachment"),
]
