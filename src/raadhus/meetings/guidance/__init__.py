"""The rules' pages of guidance: one Markdown file a rule, read without Django, for the guide, the editor and the terminal."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from raadhus.kernel.errors import NotFound
from raadhus.kernel.sources import Source
from raadhus.meetings.rules.lint import BY_CODE, RULES, Severity


@dataclass(frozen=True, slots=True)
class GuidancePage:
    """One page: the rule it is about, and its Danish text as Markdown with the title as its first heading.

    `sources` are the texts that make it a rule; `source` is their names on one line.
    """

    code: str
    title: str
    severity: Severity
    markdown: str
    sources: tuple[Source, ...]

    @property
    def source(self) -> str:
        """The names of the sources."""
        return "; ".join(source.name for source in self.sources)


@cache
def guidance(code: str) -> GuidancePage:
    """Return the page of a rule. Raises NotFound when no rule has the code."""
    rule = BY_CODE.get(code)
    if rule is None:
        raise NotFound(f"Der er ingen regel med koden {code}: se koderne med raadhus meetings lint --list.")
    markdown = files(__package__).joinpath(f"{code}.md").read_text(encoding="utf-8")
    return GuidancePage(code, rule.title, rule.severity, markdown, rule.sources)


def guidance_pages() -> tuple[GuidancePage, ...]:
    """Return every page, in the order of the rules."""
    return tuple(guidance(rule.code) for rule in RULES)
