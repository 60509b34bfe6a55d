"""The addresses of annotations, targets, saved views and the digest."""

from django.urls import URLPattern, path

from raadhus.personnel.views import aiming, annotating, annotations, targets

urlpatterns: list[URLPattern] = [
    path("bemaerkninger/", annotations.notes, name="annotations"),
    path("bemaerkninger/ny/", annotating.write, name="annotate"),
    path("bemaerkninger/<uuid:key>/fjern/", annotating.remove, name="remove_annotation"),
    path("bemaerkninger/<uuid:key>/gendan/", annotating.restore, name="restore_annotation"),
    path("maalsaetninger/", targets.target_list, name="targets"),
    path("maalsaetninger/ny/", aiming.set_target, name="set_target"),
    path("maalsaetninger/<uuid:key>/fjern/", aiming.remove, name="remove_target"),
    path("maalsaetninger/<uuid:key>/gendan/", aiming.restore, name="restore_target"),
]
