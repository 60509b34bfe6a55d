"""The addresses of annotations, targets, saved views and the digest."""

from django.urls import URLPattern, path

from raadhus.personnel.views import aiming, annotating, annotations, digests, saved_views, targets

urlpatterns: list[URLPattern] = [
    path("bemaerkninger/", annotations.notes, name="annotations"),
    path("bemaerkninger/ny/", annotating.write, name="annotate"),
    path("bemaerkninger/<uuid:key>/fjern/", annotating.remove, name="remove_annotation"),
    path("bemaerkninger/<uuid:key>/gendan/", annotating.restore, name="restore_annotation"),
    path("maalsaetninger/", targets.target_list, name="targets"),
    path("maalsaetninger/ny/", aiming.set_target, name="set_target"),
    path("maalsaetninger/<uuid:key>/fjern/", aiming.remove, name="remove_target"),
    path("maalsaetninger/<uuid:key>/gendan/", aiming.restore, name="restore_target"),
    path("visninger/", saved_views.views, name="views"),
    path("visninger/gem/", saved_views.save, name="save_view"),
    path("visninger/<uuid:key>/", saved_views.change, name="change_view"),
    path("visninger/<uuid:key>/slet/", saved_views.remove, name="remove_view"),
    path("visninger/<uuid:key>/gendan/", saved_views.restore, name="restore_view"),
    path("overblik/", digests.digest, name="digest"),
    path("overblik/send/", digests.send, name="send_digests"),
]
