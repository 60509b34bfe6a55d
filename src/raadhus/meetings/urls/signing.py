"""The addresses of approval, signature, additions and verification."""

from django.urls import path

from raadhus.meetings.views import controlling, extracts, putting_up, signing

urlpatterns = [
    path("underskrifter/", putting_up.waiting, name="waiting_minutes"),
    path("kontrol/", controlling.control, name="control"),
    path("kontrol/noegler.json", controlling.keys, name="signing_keys"),
    path("plan/<uuid:sitting_id>/underskrift/", putting_up.put_up, name="put_up"),
    path("<uuid:meeting_id>/underskrift/", signing.signing, name="signing"),
    path("<uuid:meeting_id>/underskrift/underskriv/", signing.sign, name="sign"),
    path("<uuid:meeting_id>/underskrift/godkend/", signing.approve, name="approve_minutes"),
    path("<uuid:meeting_id>/underskrift/svar/<uuid:signatory_id>/", signing.answer_objection, name="answer_objection"),
    path("<uuid:meeting_id>/underskrift/traek-tilbage/", signing.withdraw, name="withdraw_minutes"),
    path("<uuid:meeting_id>/underskrift/afslut/", signing.complete, name="complete_minutes"),
    path("<uuid:meeting_id>/underskrift/tilfoej/", signing.add, name="add_correction"),
    path("<uuid:meeting_id>/punkt/<uuid:item_id>/protokoludskrift/", extracts.extract, name="extract"),
    path(
        "<uuid:meeting_id>/punkt/<uuid:item_id>/protokoludskrift.<slug:format_name>",
        extracts.extract_file,
        name="extract_file",
    ),
    path("<uuid:meeting_id>/underskrevet.json", signing.signed_file, name="signed_file"),
]
