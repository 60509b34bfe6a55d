"""The addresses of the meeting room."""

from django.urls import path

from raadhus.meetings.views import notes, presenting, room, taking

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
    path("<uuid:meeting_id>/vis/<int:place>/", presenting.present, name="present"),
    path("<uuid:meeting_id>/vis/<int:place>/lukket/", presenting.ask, name="present_ask"),
    path("<uuid:meeting_id>/vis/<int:place>/lukket/vis/", presenting.present_closed, name="present_closed"),
    path("<uuid:meeting_id>/tag-med/", taking.take, name="take"),
    path("<uuid:meeting_id>/tag-med/fil/", taking.offline, name="offline"),
    path("<uuid:meeting_id>/tag-med/pdf/", taking.package, name="package"),
    path("<uuid:meeting_id>/tag-med/pdf/hent/", taking.package_file, name="package_file"),
]
