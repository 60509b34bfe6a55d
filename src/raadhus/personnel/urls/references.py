"""The addresses of reference values and of those who are served."""

from django.urls import URLPattern, path

from raadhus.personnel.views import reference_imports as imports
from raadhus.personnel.views import references, served
from raadhus.personnel.views import taken_imports as taken

urlpatterns: list[URLPattern] = [
    path("sammenligningstal/", references.references, name="references"),
    path("sammenligningstal/et/", references.reference, name="reference"),
    path("sammenligningstal/indlaes/", imports.import_references, name="import_references"),
    path("sammenligningstal/indlaest/<uuid:key>/", taken.reference_import, name="reference_import"),
    path("sammenligningstal/indlaest/<uuid:key>/fortryd/", taken.undo_import, name="undo_references"),
    path("dem-vi-betjener/", served.served, name="served"),
    path("dem-vi-betjener/indlaes/", imports.import_served, name="import_served"),
]
