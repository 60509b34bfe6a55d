"""Text recognition of scanned PDFs by tesseract, when it is installed with Danish; every page has a time limit."""

import shutil
import subprocess
from collections.abc import Sequence
from math import sqrt
from time import monotonic

import pypdfium2

from raadhus.core.documents.rules.source_text import Line, SourceText, SourceWarning
from raadhus.kernel.errors import WrongInput

LANGUAGE = "dan"
SECONDS_A_PAGE = 60
SECONDS_IN_ALL = 900

_DOTS_PER_POINT = 300 / 72
_MOST_PIXELS = 40_000_000
_SCANNED = "PDF-filen er scannet og indeholder ingen tekst"


def is_available() -> bool:
    """Return True when tesseract is installed and knows Danish."""
    command = shutil.which("tesseract")
    if command is None:
        return False
    try:
        answer = subprocess.run([command, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603 - the command found on the path, fixed arguments
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in (answer.stdout + answer.stderr).split()


def advice() -> str:
    """Return what to do with a scanned PDF on this machine."""
    if is_available():
        return f"{_SCANNED}: prøv igen med tekstgenkendelse (--ocr)."
    return f"{_SCANNED}: indlæs originalen, eller installér tesseract med dansk (tesseract-ocr-dan), og prøv igen med tekstgenkendelse."


def recognise(data: bytes) -> SourceText:
    """Return the recognised text of a scanned PDF, with a warning that says so. Raises WrongInput when it cannot be done."""
    command = shutil.which("tesseract")
    if command is None or not is_available():
        raise WrongInput(advice())
    lines: list[Line] = []
    position = 0
    deadline = monotonic() + SECONDS_IN_ALL
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise WrongInput(
            "PDF-filen er beskadiget eller beskyttet: gem den igen som PDF, og prøv med den nye fil."
        ) from error
    count = len(document)
    for number in range(count):
        blank = False
        for text in _page_text(command, _picture(document, number), number + 1, deadline).splitlines():
            stripped = text.strip()
            if stripped:
                lines.append(Line(stripped, position, position + len(stripped), page=number + 1, blank_before=blank))
                position += len(stripped) + 1
            blank = not stripped
    document.close()
    return _document(lines, count)


def pages_with_pictures(data: bytes, numbers: Sequence[int]) -> list[int]:
    """Return which of these pages (counted from 1) of a PDF hold a picture; a page that cannot be opened is counted too."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [number for number in numbers if _has_picture(document, number - 1)]
    finally:
        document.close()


def _has_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    try:
        return any(True for _ in document[number].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    except pypdfium2.PdfiumError:
        return True


def _document(lines: list[Line], pages: int) -> SourceText:
    text = "\n".join(line.text for line in lines)
    if not text:
        raise WrongInput("PDF-filen er scannet, og tekstgenkendelsen fandt ingen tekst: indlæs originalen.")
    warning = SourceWarning(
        "recognised_text", "Teksten er genkendt fra et scannet dokument: læs den efter mod originalen.", 0, len(text)
    )
    return SourceText(
        text=text, lines=tuple(lines), media_type="application/pdf", page_count=pages, warnings=(warning,)
    )


def _picture(document: pypdfium2.PdfDocument, number: int) -> bytes:
    """Return a page as a grey picture in the simplest format there is (PGM), no larger than memory allows."""
    page = document[number]
    width, height = page.get_size()
    scale = min(_DOTS_PER_POINT, sqrt(_MOST_PIXELS / max(width * height, 1)))
    bitmap = page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    pixels = b"".join(
        bytes(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width]) for row in range(bitmap.height)
    )
    page.close()
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels


def _page_text(command: str, picture: bytes, number: int, deadline: float) -> str:
    seconds = min(SECONDS_A_PAGE, deadline - monotonic())
    failed = f"tekstgenkendelsen af side {number} lykkedes ikke"
    try:
        answer = subprocess.run(  # noqa: S603 - the command found on the path, fixed arguments
            [command, "stdin", "stdout", "-l", LANGUAGE, "--dpi", "300"],
            input=picture,
            capture_output=True,
            timeout=max(seconds, 0.1),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise WrongInput(
            f"{failed} inden for tidsgrænsen: del dokumentet i mindre filer, eller indlæs originalen."
        ) from error
    except OSError as error:
        raise WrongInput(f"{failed} (tesseract kan ikke startes): indlæs originalen.") from error
    if answer.returncode:
        raise WrongInput(f"{failed}: indlæs originalen.")
    return answer.stdout.decode("utf-8", errors="replace").replace("\x0c", "")
