"""The tables of personnel figures: releases, settings, figures from outside, what people put around them, and what goes out. No person is in them."""

from raadhus.personnel.models.around import Annotation, DigestRecord, SavedView, Target
from raadhus.personnel.models.publication import BoardStatement, Comment, Publication
from raadhus.personnel.models.references import ReferenceImport, ReferenceRow, ServedRow
from raadhus.personnel.models.releases import FigureSettings, FindingAcceptance, OccupationRow, Release, SeriesStart

__all__ = [
    "Annotation",
    "BoardStatement",
    "Comment",
    "DigestRecord",
    "FigureSettings",
    "FindingAcceptance",
    "OccupationRow",
    "Publication",
    "ReferenceImport",
    "ReferenceRow",
    "Release",
    "SavedView",
    "SeriesStart",
    "ServedRow",
    "Target",
]
