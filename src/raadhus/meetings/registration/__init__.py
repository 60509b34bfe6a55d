"""What meetings tell the house about themselves, a file for each topic: verbs (policy rows) and audit events."""

from raadhus.meetings.registration import agendas, deciding, documents, guide, publication, room, signing, writing

TOPICS = (documents, agendas, signing, room, writing, guide, publication, deciding)
