"""What payroll intake tells the house about itself, a file for each topic: verbs (policy rows) and audit events."""

from raadhus.core.workforce.registration import importing, looking, retention, sources

TOPICS = (sources, importing, looking, retention)
