"""The addresses of sittings as they are planned, and of cases on their way."""

from django.urls import path

from raadhus.meetings.views import workroom

urlpatterns = [
    path("plan/<uuid:sitting_id>/", workroom.workroom, name="workroom"),
]
