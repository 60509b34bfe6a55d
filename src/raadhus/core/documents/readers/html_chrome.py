"""What on a web page is not the document: navigation, scripts, buttons, dialogs, badges, hidden parts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.html import HtmlElement

_NEVER_SHOWN = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "option",
        "datalist",
        "textarea",
        "input",
        "nav",
        "dialog",
        "menu",
        "progress",
        "meter",
    ]
)
_CHROME_ROLES = frozenset(
    [
        "navigation",
        "menu",
        "menubar",
        "menuitem",
        "search",
        "dialog",
        "alertdialog",
        "tooltip",
        "tablist",
        "tab",
        "progressbar",
    ]
)
_CHROME_CLASSES = frozenset(
    [
        "modal",
        "dropdown-menu",
        "navbar",
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "spinner",
        "tooltip",
        "sr-only",
        "visually-hidden",
        "skip-link",
        "cookie-banner",
        "cookiebar",
        "toolbar",
    ]
)
_BUTTON_CLASSES = frozenset({"btn", "button"})
_BADGE_CLASSES = frozenset(["badge", "label", "icon", "tag", "chip"])
_BADGE_LENGTH = 12
_FILE_TYPES = re.compile(r"(pdf|docx?|word|xlsx?|excel|pptx?|zip|html?|txt)\W*", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLOSED = re.compile(r"\b(lukket|lukkede|fortrolig|fortroligt|closed)\b", re.IGNORECASE)
_LONGEST_SIGN = 60
# The page itself may be called anything ("button-theme", "modal-open"): these are never thrown away for their class.
_PAGE = frozenset(["html", "body", "main", "article", "form", "table", "tbody", "tr"])


@dataclass(frozen=True, slots=True)
class Page:
    """What must be known of the whole page before its parts can be judged.

    `with_heading` and `with_table` are the elements that hold a heading or a table with text, `expandable` the ids of
    parts that a control on the page unfolds.
    """

    with_heading: frozenset[HtmlElement]
    with_table: frozenset[HtmlElement]
    expandable: frozenset[str]

    def is_hidden(self, element: HtmlElement) -> bool:
        """Return True when a reader of the page never sees the element; a folded part that a button unfolds is seen."""
        if element.get("id") in self.expandable:
            return False
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        return hidden or bool(_HIDDEN_STYLE.search(element.get("style") or ""))

    def is_chrome(self, element: HtmlElement) -> bool:
        """Return True when the element belongs to the page and not to the document on it."""
        tag = element.tag
        if tag in _NEVER_SHOWN or (tag == "label" and element.get("for") is not None):
            return True
        if tag in _PAGE:
            return False
        classes = frozenset((element.get("class") or "").lower().split())
        if element.get("role") in _CHROME_ROLES or classes & _CHROME_CLASSES:
            return True
        if tag == "button" or element.get("role") == "button" or classes & _BUTTON_CLASSES:
            # Portals make a whole heading clickable; then the heading inside is the document's.
            return element not in self.with_heading
        if tag == "footer":
            return not any(True for _ in element.iterancestors("article", "main", "table"))
        return bool(classes & _BADGE_CLASSES) and _is_badge_text(element, classes)


def _is_badge_text(element: HtmlElement, classes: frozenset[str]) -> bool:
    """Return True for a file type on a label and for a bare count on a badge; an item's number stands on a label."""
    text = _beginning(element, _BADGE_LENGTH).strip()
    return bool(_FILE_TYPES.fullmatch(text)) or ("badge" in classes and text.isdigit())


def _beginning(element: HtmlElement, length: int) -> str:
    text = ""
    for piece in element.itertext():
        text += piece
        if len(text) > length:
            break
    return text


def closed_sign(element: HtmlElement) -> str:
    """Return the words of a picture or icon that says that something is closed: it may be the only place that says so."""
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return ""
    words = element.get("aria-label") or element.get("title") or element.get("alt") or ""
    return words if _CLOSED.search(words) and len(words) <= _LONGEST_SIGN and not has_text(element) else ""


def has_text(element: HtmlElement) -> bool:
    """Return True when anything but space stands in the element."""
    return any(piece.strip() for piece in element.itertext())


def survey(root: HtmlElement) -> Page:
    """Return what must be known of a page before it is read."""
    names = (name for value in root.xpath("//@aria-controls") for name in str(value).split())
    return Page(
        with_heading=_holders(root.iter("h1", "h2", "h3", "h4", "h5", "h6")),
        with_table=_holders(root.iter("table")),
        expandable=frozenset(names),
    )


def _holders(elements: Iterable[HtmlElement]) -> frozenset[HtmlElement]:
    """Return every element above the given ones, leaving out those without text."""
    found: set[HtmlElement] = set()
    for element in elements:
        if has_text(element):
            for ancestor in element.iterancestors():
                if ancestor in found:
                    break
                found.add(ancestor)
    return frozenset(found)
