"""Runs the rules on a reading and its text, with a body's own settings, and on documents given together."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from raadhus.meetings.rules.lint.closed import number_key
from raadhus.meetings.rules.lint.findings import LintFinding, Severity
from raadhus.meetings.rules.lint.paper import Paper
from raadhus.meetings.rules.lint.registry import RULES
from raadhus.meetings.rules.lint.rule import Hit, Rule
from raadhus.meetings.rules.lint.settings import DEFAULT, NO_NUMBERS, CaseNumbers, LintSettings
from raadhus.meetings.rules.reading import Reading


def lint(
    reading: Reading, text: str, *, settings: LintSettings = DEFAULT, elsewhere: CaseNumbers = NO_NUMBERS
) -> tuple[LintFinding, ...]:
    """Return what the rules find, in the order of the text; what a person has suppressed is marked with the reason.

    `text` is the text that the reading's spans count in. A table's row stands in it as a line whose cells are parted by
    tabs. `elsewhere` are case numbers of other documents, for the rule about shared ones. Never raises on odd texts.
    """
    paper = Paper(reading, text, settings, elsewhere)
    found = [_finding(paper, rule, hit) for rule in RULES if _counts(paper, rule) for hit in _hits(paper, rule)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.code)))


def _counts(paper: Paper, rule: Rule) -> bool:
    if paper.reading.kind not in rule.kinds or rule.code in paper.settings.off:
        return False
    return paper.profile not in rule.off or rule.code in paper.settings.on


def _hits(paper: Paper, rule: Rule) -> Iterator[Hit]:
    """Yield a rule's hits, each place once."""
    seen = set[tuple[int, int]]()
    for hit in rule.check(paper):
        if 0 <= hit.start < hit.end <= len(paper.text) and (hit.start, hit.end) not in seen:
            seen.add((hit.start, hit.end))
            yield hit


def _finding(paper: Paper, rule: Rule, hit: Hit) -> LintFinding:
    item, section = paper.place_of(hit.start)
    return LintFinding(
        code=rule.code,
        severity=_severity(paper, rule, hit),
        message=hit.message,
        help=rule.help,
        start=hit.start,
        end=hit.end,
        quote=paper.text[hit.start : hit.end],
        item=item,
        section=section,
        fix=hit.fix,
        suppressed=_reason(paper, rule, item),
    )


def _severity(paper: Paper, rule: Rule, hit: Hit) -> Severity:
    chosen = paper.settings.severities.get(rule.code)
    if chosen:
        return chosen
    return Severity.ADVICE if paper.profile in rule.eased else hit.severity or rule.severity


def _reason(paper: Paper, rule: Rule, item: int | None) -> str | None:
    number = paper.reading.items[item].number if item is not None else None
    for one in paper.settings.suppressions:
        if one.code == rule.code and (one.item is None or one.item == number):
            return one.reason
    return None


def lint_each(papers: Sequence[tuple[Reading, str, LintSettings]]) -> tuple[tuple[LintFinding, ...], ...]:
    """Return the findings of documents of several bodies, each with its own settings, the others' case numbers known."""
    known = [case_numbers(reading) for reading, _, _ in papers]
    return tuple(
        lint(reading, text, settings=settings, elsewhere=_merged([*known[:at], *known[at + 1 :]]))
        for at, (reading, text, settings) in enumerate(papers)
    )


def case_numbers(reading: Reading) -> CaseNumbers:
    """Return a document's case numbers with where they stand, as the linter of other documents needs them."""
    named = {True: dict[str, str](), False: dict[str, str]()}
    for place, item in enumerate(reading.items):
        if item.case_number:
            where = f"{reading.body or reading.file}, {reading.date or '?'}, punkt {item.number or place + 1}"
            named[item.closed].setdefault(number_key(item), where)
    return CaseNumbers(open=MappingProxyType(named[False]), closed=MappingProxyType(named[True]))


def _merged(several: Sequence[CaseNumbers]) -> CaseNumbers:
    opened = {key: where for one in reversed(several) for key, where in one.open.items()}
    closed = {key: where for one in reversed(several) for key, where in one.closed.items()}
    return CaseNumbers(open=MappingProxyType(opened), closed=MappingProxyType(closed))
