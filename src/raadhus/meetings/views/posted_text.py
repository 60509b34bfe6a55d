"""What the form of the writing page posts, as the rules have it."""

from django.http import QueryDict

from raadhus.meetings.rules.submitted import Submitted, SubmittedPoint, SubmittedSection


def submitted(posted: QueryDict) -> Submitted:
    """Return what was posted; texts that a page with scripts saved before are not among it."""
    act, _separator, target = posted.get("act", "save").partition(":")
    sections = tuple(
        SubmittedSection(
            key=key,
            base=whole_number(posted.get(f"base-{key}", "")),
            heading=posted.get(f"heading-{key}", ""),
            text=posted.get(f"text-{key}", ""),
            kind=posted.get(f"kind-{key}", ""),
        )
        for key in posted.getlist("section")
    )
    rows = zip(posted.getlist("point-key"), posted.getlist("point-text"), posted.getlist("point-level"), strict=False)
    points = tuple(SubmittedPoint(key, text, whole_number(level)) for key, text, level in rows)
    base = posted.get("base-recommendations")
    reason = posted.get(f"reason-{target}", "")
    saved = None if base is None else whole_number(base)
    return Submitted(sections, saved, posted.get("lead", ""), points, act, target, reason)


def whole_number(text: str) -> int:
    """Return the number in a text, 0 when it is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004 - nine digits are a number that the database takes
