"""What personnel figures tell the house about themselves, a file for each topic: verbs (policy rows) and audit events."""

from raadhus.personnel.registration import around, figures, findings, publication, references, releases, series

TOPICS = (figures, releases, findings, series, references, around, publication)
