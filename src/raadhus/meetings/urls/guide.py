"""The addresses of the guide, under their own prefix."""

from django.urls import path

from raadhus.meetings.views import guide

app_name = "guide"

urlpatterns = [
    path("", guide.contents, name="contents"),
    path("samlet/", guide.whole, name="whole"),
    path("samlet.pdf", guide.whole_pdf, name="whole_pdf"),
    path("ny/", guide.new, name="new"),
    path("regler/<slug:code>/", guide.rule, name="rule"),
    path("svar/<slug:slug>/", guide.article, name="article"),
    path("svar/<slug:slug>/ret/", guide.change, name="change"),
    path("svar/<slug:slug>/godkend/", guide.approve, name="approve"),
    path("svar/<slug:slug>/traek-tilbage/", guide.withdraw, name="withdraw"),
]
