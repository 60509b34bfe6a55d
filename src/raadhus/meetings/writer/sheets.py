"""Pages of attachments drawn into the empty sheets that a package has for them: content, fonts and pictures, and links to the web."""

import contextlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Rectangle

from raadhus.meetings.writer.package_source import Part, Sheets

# What stands above and below the drawn page on a sheet; package.typ has the same.
_ABOVE, _BELOW = 30.0, 26.0
# A smaller page would leave no room for its heading and number, a larger one is no page.
_SMALLEST, _LARGEST = 200.0, 14_000.0
_SIDEWAYS = frozenset({90, 270})


def shown_size(page: pikepdf.Page) -> tuple[float, float]:
    """Return the width and height of a sheet for the page, in points, as the page is shown: turned and cut."""
    left, bottom, right, top = (float(side) for side in page.cropbox)
    width, height = abs(right - left), abs(top - bottom)
    if int(page.obj.get("/Rotate", 0)) % 360 in _SIDEWAYS:
        width, height = height, width
    return _within(width), _within(height)


def _within(length: float) -> float:
    return min(max(length, _SMALLEST), _LARGEST)


def fill_sheets(package: bytes, parts: Sequence[Sequence[Part]], pdfs: Sequence[pikepdf.Pdf]) -> bytes:
    """Return the package with the pages of each PDF drawn into its sheets; the PDFs are in the order of their parts."""
    with pikepdf.open(BytesIO(package)) as pdf:
        waiting = iter(pdfs)
        first_pages = list(_first_pages(pdf))
        places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        every = [one for of_item in parts for one in of_item]
        for part, first in zip(every, first_pages, strict=True):
            if isinstance(part.shown, Sheets):
                _fill(pdf, places[first.objgen], next(waiting))
        _claim_nothing(pdf)
        written = BytesIO()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _first_pages(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the first page of each attachment: what the bookmarks of the second level lead to."""
    for item in _siblings(pdf.Root.Outlines.get("/First")):
        for attachment in _siblings(item.get("/First")):
            yield _page_of(pdf, attachment)


def _siblings(entry: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    while entry is not None:
        yield entry
        entry = entry.get("/Next")


def _page_of(pdf: pikepdf.Pdf, entry: pikepdf.Object) -> pikepdf.Object:
    target = entry.get("/Dest")
    if target is None:
        target = entry.A.D
    if not isinstance(target, Array):
        target = pikepdf.NameTree(pdf.Root.Names.Dests)[str(target)]
    return target[0] if isinstance(target, Array) else target.D[0]


def _fill(pdf: pikepdf.Pdf, start: int, source: pikepdf.Pdf) -> None:
    tags = _Tags(pdf, start)
    links = [list(_web_links(page)) for page in source.pages]
    # What is written on a page beside its content (filled fields, stamps, comments) becomes part of what is drawn.
    source.flatten_annotations("screen")
    for number, page in enumerate(source.pages):
        sheet = pdf.pages[start + number]
        room = _draw(pdf, sheet, page, tags.next_for(sheet))
        _keep_links(pdf, sheet, page, room, links[number])


def _web_links(page: pikepdf.Page) -> Iterator[tuple[tuple[float, ...], str]]:
    """Yield place and address of a page's links to web pages; a damaged one is no reason to lose the page."""
    with contextlib.suppress(AttributeError, TypeError, ValueError, KeyError):
        for link in page.obj.get("/Annots", ()):
            address = str(link.get("/A", Dictionary()).get("/URI", "")) if link.get("/Subtype") == Name.Link else ""
            if address.startswith(("https://", "http://", "mailto:")):
                yield tuple(float(side) for side in link.Rect), address


def _draw(pdf: pikepdf.Pdf, sheet: pikepdf.Page, page: pikepdf.Page, mark: bytes) -> Rectangle:
    """Draw a page into its sheet, between our heading and our number, as one marked stretch; return where it may be."""
    # The whole of what is shown, not only what a printer would leave after trimming.
    for box in ("/TrimBox", "/ArtBox", "/BleedBox"):
        if box in page.obj:
            del page.obj[box]
    form = pdf.copy_foreign(page.as_form_xobject())
    for unwanted in ("/StructParent", "/StructParents", "/Metadata", "/PieceInfo"):
        if unwanted in form:
            del form[unwanted]
    # The name is ours: one made by chance would make each file differ from the one before.
    name = sheet.add_resource(form, Name.XObject, Name.Bilagsside)
    width, height = (float(sheet.mediabox[side]) for side in (2, 3))
    room = Rectangle(0, _BELOW, width, height - _ABOVE)
    drawn = sheet.calc_form_xobject_placement(
        form, name, room, invert_transformations=True, allow_shrink=True, allow_expand=False
    )
    sheet.contents_add(mark + b"\n" + bytes(drawn) + b"\nEMC\n")
    return room


def _keep_links(
    pdf: pikepdf.Pdf,
    sheet: pikepdf.Page,
    page: pikepdf.Page,
    room: Rectangle,
    links: Sequence[tuple[tuple[float, ...], str]],
) -> None:
    """Carry links to web pages over to where the page was drawn; a page that is turned keeps none."""
    if not links or int(page.obj.get("/Rotate", 0)) % 360:
        return
    left, bottom, right, top = (float(side) for side in page.cropbox)
    scale = min(float(room.width) / (right - left), float(room.height) / (top - bottom), 1.0)
    across = float(room.llx) + (float(room.width) - scale * (right - left)) / 2
    up = float(room.lly) + (float(room.height) - scale * (top - bottom)) / 2
    made = [
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([_moved(side, at % 2, (left, bottom), (across, up), scale) for at, side in enumerate(rect)]),
            Border=Array([0, 0, 0]),
            Contents=pikepdf.String(address),
            A=Dictionary(S=Name.URI, URI=pikepdf.String(address)),
        )
        for rect, address in links
    ]
    kept = sheet.obj.get("/Annots", Array())
    sheet.obj.Annots = Array([*kept, *(pdf.make_indirect(one) for one in made)])


def _moved(side: float, axis: int, old: tuple[float, float], new: tuple[float, float], scale: float) -> Decimal:
    return Decimal(f"{new[axis] + (side - old[axis]) * scale:.2f}")


class _Tags:
    """Adds a paragraph to the document's tags for each drawn page, after the attachment's heading, so that its text is read aloud."""

    def __init__(self, pdf: pikepdf.Pdf, start: int) -> None:
        """Find where the attachment's heading is tagged; a document without tags gets none."""
        self._pdf = pdf
        self._tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        key = pdf.pages[start].obj.get("/StructParents")
        owners = self._tree[int(key)] if key is not None else None
        self._after = owners[0] if owners is not None and len(owners) else None

    def next_for(self, sheet: pikepdf.Page) -> bytes:
        """Return the operator that begins the drawn page's content: tagged where the document is, else as decoration."""
        if self._after is None:
            return b"/Artifact BMC"
        owners = self._owners(sheet)
        number = len(owners)
        parent = self._after.P
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=parent, Pg=sheet.obj, K=number))
        owners.append(made)
        siblings = parent.K if isinstance(parent.K, Array) else Array([parent.K])
        place = next((at for at, one in enumerate(siblings) if _same(one, self._after)), len(siblings) - 1)
        siblings.insert(place + 1, made)
        parent.K = siblings
        self._after = made
        return f"/P <</MCID {number}>> BDC".encode()

    def _owners(self, sheet: pikepdf.Page) -> pikepdf.Object:
        known = sheet.obj.get("/StructParents")
        if known is not None:
            return self._tree[int(known)]
        key = max((int(each) for each in self._tree), default=-1) + 1
        sheet.obj.StructParents = key
        self._pdf.Root.StructTreeRoot.ParentTreeNextKey = key + 1
        self._tree[key] = self._pdf.make_indirect(Array())
        return self._tree[key]


def _same(one: pikepdf.Object, other: pikepdf.Object) -> bool:
    return isinstance(one, Dictionary) and one.is_indirect and one.objgen == other.objgen


def _claim_nothing(pdf: pikepdf.Pdf) -> None:
    """Take the claim to be PDF/UA out: pages of others are not tagged as it asks."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key in ("pdfuaid:part", "pdfuaid:rev"):
            if key in metadata:
                del metadata[key]
