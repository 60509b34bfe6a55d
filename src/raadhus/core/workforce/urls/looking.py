"""The addresses of looking employments and absences up."""

from django.urls import path

from raadhus.core.workforce.views import looking

urlpatterns = [
    path("opslag/", looking.look_up, name="look_up"),
    path("opslag/ansaettelse/", looking.employment, name="employment"),
    path("opslag/hvem/", looking.looked_up, name="lookups"),
]
