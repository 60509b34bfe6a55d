"""The facts of a case as a person gives them, checked, as the fields of a draft."""

from typing import Any

from django.conf import settings

from raadhus.core.cases.public import checked_case_number
from raadhus.meetings.models import Body
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.open_bodies import open_body
from raadhus.meetings.queries.wording import said_aloud
from raadhus.meetings.rules.draft_facts import DraftFacts, checked_minutes, checked_title, checked_type


def checked_facts(facts: DraftFacts, body: Body) -> dict[str, Any]:
    """Return the facts as the fields of a draft. Raises WrongInput."""
    rules = body_rules(body)
    number = facts.case_number.strip()
    with said_aloud():
        if number:
            number = checked_case_number(
                number, pattern=settings.CASE_NUMBER_PATTERN, example=settings.CASE_NUMBER_EXAMPLE
            )
        return {
            "title": checked_title(facts.title),
            "case_number": number,
            "case_type": checked_type(facts.case_type, rules).value,
            "closed": facts.closed,
            "legal_ground": facts.legal_ground.strip() if facts.closed else "",
            "public_title": " ".join(facts.public_title.split()) if facts.closed else "",
            "wanted_date": facts.wanted_date,
            "estimated_minutes": checked_minutes(facts.estimated_minutes),
            "presenter": facts.presenter.strip()[:300],
            "decided_in_id": _deciding_body(facts.decided_in, body),
            "unit_key": facts.unit_key.strip()[:100],
        }


def _deciding_body(key: str, body: Body) -> str | None:
    """Return the key of the body that decides in the end, None when it is this one. Raises NotFound."""
    return None if key in {"", body.key} else open_body(key).key
