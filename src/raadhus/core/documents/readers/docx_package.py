"""The zip file that a DOCX is, opened with distrust: limits on entries, sizes and ratios, no entities, no macros run."""

import io
import posixpath
import zipfile
import zlib

from lxml import etree

from raadhus.kernel.errors import WrongInput

MAX_ENTRIES = 5_000
MAX_TOTAL_BYTES = 1_000_000_000
MAX_PART_BYTES = 80_000_000
# Word's XML packs well, but not this well; small parts are harmless whatever their ratio.
MAX_RATIO = 200
_RATIO_MATTERS_FROM = 20_000_000

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BROKEN = "Word-filen er beskadiget eller ufuldstændig: åbn den i Word, gem den igen, og prøv med den nye fil."
_BOMB = (
    "Word-filen pakker sig ud til urimeligt meget og er ikke læst: åbn den i Word, gem den som en ny fil, og prøv igen."
)
_LOCKED = "Word-filen er beskyttet med adgangskode: fjern adgangskoden i Word, gem filen, og prøv igen."


class Package:
    """The parts of an opened DOCX."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raises WrongInput when it is damaged, encrypted or packed too well."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, OverflowError) as error:
            raise WrongInput(_BROKEN) from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
            raise WrongInput(_BOMB)
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """Return the content of a part. Raises WrongInput when it is damaged, encrypted or too large."""
        try:
            entry = self._zip.getinfo(name)
            if entry.flag_bits & 1:
                raise WrongInput(_LOCKED)
            ratio = entry.file_size / max(entry.compress_size, 1)
            if entry.file_size > MAX_PART_BYTES or (entry.file_size > _RATIO_MATTERS_FROM and ratio > MAX_RATIO):
                raise WrongInput(_BOMB)
            with self._zip.open(entry) as part:
                # The header may lie about the size, so that the reading is limited too.
                content = part.read(MAX_PART_BYTES + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise WrongInput(_BROKEN) from error
        if len(content) > MAX_PART_BYTES:
            raise WrongInput(_BOMB)
        return content

    def xml(self, name: str) -> etree._Element:
        """Return the root element of a part. Raises WrongInput when it is not XML or declares entities."""
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(self.read(name).replace(_STRICT, _USUAL), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise WrongInput(_BROKEN) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise WrongInput(
                "Word-filen indeholder en dokumenttype, som Word aldrig skriver: åbn den i Word, gem den igen, og prøv igen."
            )
        return root

    def optional_xml(self, name: str) -> etree._Element | None:
        """Return the root element of a part, or None when there is no such part."""
        return self.xml(name) if name in self.names else None

    def main_part(self) -> str:
        """Return the name of the part that holds the text. Raises WrongInput when this is no Word document."""
        rels = self.optional_xml("_rels/.rels")
        for relation in rels.iterchildren(_RELATIONS) if rels is not None else ():
            target = (relation.get("Target") or "").lstrip("/")
            if (relation.get("Type") or "").endswith("/officeDocument") and target in self.names:
                return target
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise WrongInput(_BROKEN)


def beside(main_part: str, name: str) -> str:
    """Return the usual name of a part that belongs to the main part, such as its styles."""
    return posixpath.join(posixpath.dirname(main_part), name)
