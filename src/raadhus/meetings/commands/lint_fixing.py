"""`--fix`: writes the corrections that are safe into plain text files, and tells each of them."""

from collections.abc import Sequence

import click

from raadhus.kernel.errors import WrongInput
from raadhus.meetings.commands.lint_places import Document, read
from raadhus.meetings.rules.lint import Fix, LintFinding, applicable
from raadhus.ui.written import write_whole

_CONTEXT = 16


def fix_file(document: Document, findings: Sequence[LintFinding]) -> Document:
    """Write a document's safe corrections into its file, tell each on standard error, and return it read again.

    Raises WrongInput for a format whose text is not the file's own: nothing is then written.
    """
    chosen = [(finding, finding.fix) for finding in applicable(findings) if finding.fix]
    if not chosen:
        return document
    if document.raw is None:
        raise WrongInput(
            f"{document.path}: kun tekst- og Markdown-filer i UTF-8 kan rettes; ret i originalen, eller gem som tekst."
        )
    lines = list(document.raw_lines)
    told = [_fixed_line(document, lines, finding, fix) for finding, fix in reversed(chosen)]
    written = "".join(lines)
    if written != document.raw:
        write_whole(document.path, written.encode("utf-8"))
    click.echo("\n".join(reversed(told)), err=True)
    return read(document.path)


def _fixed_line(document: Document, lines: list[str], finding: LintFinding, fix: Fix) -> str:
    """Change one line in the list and return the sentence about it; a place that is not found for certain is left."""
    found = document.line_at(fix.start)
    place = document.line_places[found[0]] if found else None
    if found is None or place is None or fix.end > found[1].end:
        return f"{document.path}: {finding.code}: kunne ikke rettes, stedet er ikke entydigt i filen: {finding.message}"
    start, end = fix.start - found[1].start, fix.end - found[1].start
    at = _place_in(document.raw_lines[place], found[1].text, start, end)
    if at is None or document.raw_lines[place][at : at + end - start] != found[1].text[start:end]:
        return f"{document.path}:{place + 1}: {finding.code}: kunne ikke rettes, stedet er ikke entydigt i linjen."
    line = lines[place]
    lines[place] = line[:at] + fix.replacement + line[at + end - start :]
    before, after = found[1].text[start:end], fix.replacement
    return f"{document.path}:{place + 1}: {finding.code}: »{before}« er rettet til »{after}«"


def _place_in(printed: str, text: str, start: int, end: int) -> int | None:
    """Return where text[start:end] stands in the file's line, which may hold markup around it; None when not certain."""
    whole = printed.find(text)
    if whole >= 0 and printed.count(text) == 1:
        return whole + start
    for width in range(_CONTEXT, 0, -1):
        begin = max(0, start - width)
        piece = text[begin : end + width]
        if piece and printed.count(piece) == 1:
            return printed.find(piece) + start - begin
    return None
