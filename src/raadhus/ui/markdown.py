"""Markdown of our own (the manual, the accessibility statement) as safe HTML."""

import re
from dataclasses import dataclass

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from raadhus.kernel.danish import slug

_TAGS = {"a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "img", "li", "ol", "p", "pre", "strong"} | {
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "h2": {"id"}, "h3": {"id"}, "ol": {"start"}, "th": {"scope"}}
_PAGE = re.compile(r"^(?P<name>[\w-]+)\.md(?P<place>#.*)?$")


@dataclass(frozen=True, slots=True)
class Text:
    """A page of Markdown: its first heading, its HTML without it, and the headings of the second level with their anchors."""

    title: str
    html: str
    contents: tuple[tuple[str, str], ...]


def render(source: str, *, page_address: str, picture_address: str) -> Text:
    """Return the text as HTML. Links to other pages ("moeder.md") and pictures ("billeder/x.png") get our addresses.

    `page_address` and `picture_address` hold {name}. HTML in the source is shown as text, never run.
    """
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(source)
    title, tokens = _title(tokens)
    contents = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag in {"h2", "h3"}:
            heading = tokens[place + 1].content
            token.attrSet("id", slug(heading))
            contents += [(slug(heading), heading)] if token.tag == "h2" else []
        for child in token.children or ():
            _readdress(child, page_address, picture_address)
    html = MarkdownIt().renderer.render(tokens, MarkdownIt().options, {})
    cleaned = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None)
    # What may have to be scrolled sideways is reached by keyboard too.
    reached = cleaned.replace("<th>", '<th scope="col">').replace("<pre>", '<pre tabindex="0">')
    return Text(title, reached, tuple(contents))


def _title(tokens: list[Token]) -> tuple[str, list[Token]]:
    """Take the first heading out of the text: the page shows it itself."""
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return tokens[1].content, tokens[3:]
    return "", tokens


def _readdress(token: Token, page_address: str, picture_address: str) -> None:
    if token.type == "link_open" and (page := _PAGE.match(str(token.attrGet("href")))):
        token.attrSet("href", page_address.format(name=page["name"]) + (page["place"] or ""))
    if token.type == "image":
        token.attrSet("src", picture_address.format(name=str(token.attrGet("src")).rpartition("/")[2]))
