"""A drawing as it may stand in a page: known elements and attributes only, one picture with a name and a description."""

import re

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = frozenset({"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "defs", "clipPath"})
# Everything else goes: style (the policy refuses it), events, addresses, and the many English labels of the parts.
_ATTRIBUTES = re.compile(
    r"id|d|[xyr]|[xy][12]|[cdr][xy]|width|height|viewBox|transform|(fill|stroke)(-opacity)?|stroke-(width|dash(array|offset)|miterlimit"
    r"|line(cap|join))|opacity|clip-path|font-(family|size|weight|style)|text-anchor|dominant-baseline"
)
_OWN = re.compile(r"url\(#([\w-]+)\)")


def cleaned(drawing: str, *, title: str, alt: str, mark: str) -> str:
    """Return the drawing with nothing in it but shapes and text. `mark` keeps its ids apart from other drawings' of the page."""
    root = etree.fromstring(
        drawing.encode(), etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    )
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or etree.QName(element).localname not in _ELEMENTS or _is_hidden(element):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        else:
            _attributes(element, mark)
    etree.cleanup_namespaces(root)
    _named(root, title, alt, mark)
    return etree.tostring(root, encoding="unicode")


def _is_hidden(element: etree._Element) -> bool:
    """Return True for what is there and not seen: the drawer leaves empty backgrounds behind."""
    return element.get("display") == "none" or element.get("d") in {"", "M0,0h0v0h0Z"}


def _attributes(element: etree._Element, mark: str) -> None:
    for name, value in [(str(name), str(value)) for name, value in element.attrib.items()]:
        if not _ATTRIBUTES.fullmatch(name) or ("url(" in value and not _OWN.fullmatch(value)):
            del element.attrib[name]
        elif name == "id":
            element.set("id", f"{mark}-{value}")
        else:
            element.set(name, _OWN.sub(rf"url(#{mark}-\1)", value))


def _named(root: etree._Element, title: str, alt: str, mark: str) -> None:
    """Make the whole one picture; its parts are then no concern of a screen reader."""
    for position, (tag, words) in enumerate((("title", title), ("desc", alt))):
        element = etree.Element(f"{{{_SVG}}}{tag}", id=f"{mark}-{tag}")
        element.text = words
        root.insert(position, element)
    root.set("role", "img")
    root.set("aria-labelledby", f"{mark}-title")
    root.set("aria-describedby", f"{mark}-desc")
