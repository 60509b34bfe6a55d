"""Rules about days: a weekday that does not fit its date, a date that does not exist, a case called treated too early."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from raadhus.kernel.danish import MONTHS, WEEKDAYS, long_date
from raadhus.meetings.rules.lint.dates import Dated, day_of, find_dates
from raadhus.meetings.rules.lint.findings import Severity
from raadhus.meetings.rules.lint.paper import Paper, Part, Stretch, clipped
from raadhus.meetings.rules.lint.rule import CASE_GUIDES, OUR_OWN, Hit, Rule
from raadhus.meetings.rules.reading import SectionKind
from raadhus.meetings.rules.sentences import Sentence

_HALF_A_YEAR = timedelta(days=183)
_LAST_MONTH = len(MONTHS)


def weekday_wrong(paper: Paper) -> Iterator[Hit]:
    """Yield dates whose weekday is another than the calendar's; without a year, the year nearest the meeting counts."""
    meeting = day_of(paper.reading.date)
    for dated in find_dates(paper.text):
        if dated.weekday is None:
            continue
        day = dated.exact or (_nearest(dated, meeting) if dated.year is None and meeting else None)
        if day is None or day.weekday() == dated.weekday:
            continue
        message = Sentence(
            "Ugedagen passer ikke: %(day)s er en %(weekday)s.", day=long_date(day), weekday=WEEKDAYS[day.weekday()]
        )
        yield Hit(message, dated.start, dated.end, severity=_certainty(dated, day))


def _nearest(dated: Dated, meeting: date) -> date | None:
    days = [day for year in (meeting.year, meeting.year + 1, meeting.year - 1) if (day := dated.on(year))]
    near = [day for day in days if abs(day - meeting) <= _HALF_A_YEAR]
    return near[0] if near else None


def _certainty(dated: Dated, day: date) -> Severity | None:
    """Without a year, the weekday may belong to the year before or after: then a person must look, and it is no error yet."""
    if dated.year is not None:
        return None
    others = [dated.on(day.year - 1), dated.on(day.year + 1)]
    return Severity.WARNING if any(other and other.weekday() == dated.weekday for other in others) else None


def date_impossible(paper: Paper) -> Iterator[Hit]:
    """Yield dates that no calendar has, such as 31 June; numbers that may be something else are let through."""
    for dated in find_dates(paper.text):
        if dated.exact or dated.year is None or not 1 <= dated.month <= _LAST_MONTH or not dated.day >= _LAST_DAY:
            continue
        if dated.day <= _LONGEST_MONTH:
            month = MONTHS[dated.month - 1]
            message = Sentence("Datoen findes ikke: %(month)s har ikke %(day)s dage.", month=month, day=str(dated.day))
            yield Hit(message, dated.start, dated.end)


_LAST_DAY, _LONGEST_MONTH = 29, 31

_TREATED = r"(?:behandle|godkend|drøfte|beslutte|vedtage|vedtog|tiltr|forelagt|afgjort|afgjorde)\w*"
_BEFORE = re.compile(
    r"\b(?P<body>\w+)\s+(?:har|havde|blev)\s+(?:\w+\s+){0,2}?(?:på|i)\s+(?:\w+\s+){0,3}?(?:den\s+|d\.\s*)?$",
    re.IGNORECASE,
)
_TREATED_AFTER = re.compile(rf"\s*(?:\w+\s+){{0,2}}?{_TREATED}\b", re.IGNORECASE)
_PAST = r"(?:behandlede|godkendte|drøftede|besluttede|vedtog|tiltrådte)"
_VERB_THEN_DATE = re.compile(
    rf"\b(?P<body>\w+)\s+{_PAST}\s+(?:(?:på|i)\s+(?:\w+\s+){{0,3}}?)?(?:den\s+|d\.\s*)?$", re.IGNORECASE
)
_DATE_THEN_VERB = re.compile(rf"\s*{_PAST}\s+(?P<body>\w+)", re.IGNORECASE)
_DATE_HAS = re.compile(rf"\s*,?\s*(?:har|havde|blev)\s+(?P<body>\w+)\s+(?:\w+\s+){{0,2}}?{_TREATED}\b", re.IGNORECASE)
_ENDED = re.compile(
    rf"\b(?:er|blev|er\s+blevet|har\s+været)\s+(?:\w+\s+)?{_TREATED}\s+(?:(?:på|i|af)\s+(?:\w+\s+){{0,4}}?)?(?:den\s+|d\.\s*)?$",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset([SectionKind.DECISION, SectionKind.EARLIER, SectionKind.ATTACHMENTS, SectionKind.RECOMMENDATION])


def already_treated(paper: Paper) -> Iterator[Hit]:
    """Yield what is told as treated on the very day of the meeting, or later: the agenda cannot know that yet."""
    meeting = day_of(paper.reading.date)
    if meeting is None:
        return
    for part in paper.parts:
        if part.read.kind in _ELSEWHERE or paper.reading.items[part.item].closed:
            continue
        for stretch in paper.sentences(part):
            for dated in find_dates(stretch.text):
                day = dated.exact or _same_day(dated, meeting)
                if day and day >= meeting and _is_told_treated(paper, stretch, dated):
                    yield _too_early(paper, part, stretch, day, meeting)
                    break


def _same_day(dated: Dated, meeting: date) -> date | None:
    """Return the meeting's day for a date without a year that may be it; any other such date lies in the past."""
    return meeting if dated.year is None and (dated.day, dated.month) == (meeting.day, meeting.month) else None


def _is_told_treated(paper: Paper, stretch: Stretch, dated: Dated) -> bool:
    before, after = stretch.text[: dated.start], stretch.text[dated.end :]
    told = _BEFORE.search(before)
    if told and _TREATED_AFTER.match(after):
        return _may_be_ours(paper, told["body"])
    told = _VERB_THEN_DATE.search(before) or _DATE_THEN_VERB.match(after) or _DATE_HAS.match(after)
    if told:
        return _may_be_ours(paper, told["body"])
    return bool(_ENDED.search(before))


def _may_be_ours(paper: Paper, body: str) -> bool:
    """Tell whether a word names this meeting's body; a word that names no body may stand for it."""
    named, ours = body.casefold(), (paper.reading.body or "").casefold()
    if not re.search(r"udvalg|råd|direktion|bestyrelse|magistrat|nævn|forum|komite", named):
        return True
    return not ours or any(word.startswith(named[:7]) or named.startswith(word[:7]) for word in ours.split())


def _too_early(paper: Paper, part: Part, stretch: Stretch, day: date, meeting: date) -> Hit:
    end = min(stretch.end, part.end)
    if day > meeting:
        message = Sentence("Sagen omtales som behandlet %(day)s, men det er efter mødet.", day=long_date(day))
        return Hit(message, stretch.start, end)
    other = _same_case(paper, part.item, stretch.text)
    if other is None:
        message = Sentence("Sagen omtales som behandlet %(day)s, men det er dette møde.", day=long_date(day))
        return Hit(message, stretch.start, end)
    item = paper.reading.items[other]
    message = Sentence(
        "Sagen omtales som allerede behandlet, men den er punkt %(number)s på dette møde: »%(title)s«.",
        number=item.number or str(other + 1),
        title=clipped(item.title),
    )
    return Hit(message, stretch.start, end)


def _same_case(paper: Paper, own: int, text: str) -> int | None:
    """Return the other item whose title's words the sentence repeats, at least two thirds of them."""
    told = _words(text)
    for place, item in enumerate(paper.reading.items):
        title = _words(item.title)
        if place != own and not item.closed and title and 3 * len(title & told) >= 2 * len(title):
            return place
    return None


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w{4,}", text.casefold()) if not word.isdigit())


RULES = (
    Rule("weekday-wrong", Severity.ERROR, Sentence("Ugedagen passer ikke til datoen"), weekday_wrong),
    Rule("date-impossible", Severity.ERROR, Sentence("Datoen findes ikke"), date_impossible),
    Rule(
        "already-treated",
        Severity.WARNING,
        Sentence("En sag omtales som behandlet, før den er det"),
        already_treated,
        sources=(CASE_GUIDES, OUR_OWN),
    ),
)
