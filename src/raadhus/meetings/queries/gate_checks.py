"""The gate's checks of what a meeting says: closed items, words told in the open, links, attachments."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.core.documents.public import Scan, file, open_file, scan_of
from raadhus.kernel.errors import NotFound
from raadhus.meetings.queries.body_rules import body_rules
from raadhus.meetings.queries.gate_subject import GateSubject
from raadhus.meetings.rules.closed_words import told_in_the_open
from raadhus.meetings.rules.disclosure import DisclosedItem
from raadhus.meetings.rules.gate import Finding
from raadhus.meetings.rules.gate_report import Check, CheckName
from raadhus.meetings.rules.links import LinkFault, wrong_links
from raadhus.meetings.rules.record import AttachmentRecord

_LINK_LABELS = {
    LinkFault.MALFORMED: "Adressen %(address)s er ikke en gyldig adresse.",
    LinkFault.LOCAL_FILE: "%(address)s er en fil på kommunens eget net; offentligheden kan ikke åbne den.",
    LinkFault.INTERNAL: "%(address)s ligger på kommunens eget net; offentligheden kan ikke åbne den.",
    LinkFault.SCHEME: "%(address)s er ikke en adresse, som en browser kan følge.",
}


def closed_items(subject: GateSubject) -> Check:
    """Check that each closed item says why it is closed and what the public is told, or that this was left out on purpose."""
    closed = [item for item in subject.record.items if item.closed]
    found: list[Finding] = []
    notes: list[Finding] = []
    has_law = body_rules(subject.meeting.body).has_law
    # What is missing in an imported document nobody here can put right.
    told = found if subject.is_ours else notes
    for item in closed:
        number = {"number": item.number or "?"}
        if not item.legal_ground:
            message = _("Punkt %(number)s er lukket, og der står ikke, efter hvilken regel.") % number
            told.append(Finding("closed_without_ground", message, item.number, blocks=subject.is_ours and has_law))
        if not item.public_title:
            message = _("Punkt %(number)s er lukket uden en offentlig titel: offentligheden ser kun »Lukket«.") % number
            told.append(Finding("closed_without_title", message, item.number, blocks=False))
    for secret in told_in_the_open(subject.record):
        message = _("Ordlyden af det lukkede punkt %(number)s står også i et åbent punkt.")
        found.append(
            Finding(
                "closed_words_open", message % {"number": secret.item_number or "?"}, secret.item_number, blocks=False
            )
        )
    looked = ngettext("%(count)s lukket punkt", "%(count)s lukkede punkter", len(closed)) % {"count": len(closed)}
    return Check(CheckName.CLOSED_ITEMS, looked, tuple(dict.fromkeys(found)), notes=tuple(notes))


def links(subject: GateSubject) -> Check:
    """Check every address in the public text by its form and its host; nothing is fetched."""
    internal = settings.INTERNAL_HOSTS
    found, count = [], 0
    for item in subject.public.items:
        blocks = [block for section in item.sections for block in section.blocks]
        for wrong in wrong_links(blocks, internal):
            message = _(_LINK_LABELS[wrong.fault]) % {"address": wrong.address}
            found.append(Finding("link", message, item.number, blocks=subject.is_ours))
        count += 1
    looked = ngettext("Adresserne i %(count)s punkt", "Adresserne i %(count)s punkter", count) % {"count": count}
    return Check(CheckName.LINKS, looked, tuple(found))


def attachments(subject: GateSubject) -> Check:
    """Check that every file the public may have is there, whole, not too large, of a kind one may publish, and free of virus."""
    found, count, unscanned = [], 0, 0
    for item, attachment in _published_files(subject):
        count += 1
        found += [
            Finding("attachment", f"»{attachment.title}«: {fault}", item.number, blocks=True)
            for fault in _file_faults(attachment.sha256 or "")
        ]
        unscanned += scan_of(attachment.sha256 or "") is Scan.NOT_SCANNED
    looked = ngettext("%(count)s fil", "%(count)s filer", count) % {"count": count}
    skipped = ""
    if unscanned:
        skipped = _("Filerne er ikke undersøgt for virus: installationen har ingen virusskanner (RAADHUS_CLAMD).")
    return Check(CheckName.ATTACHMENTS, looked, tuple(found), skipped)


def _published_files(subject: GateSubject) -> Iterator[tuple[DisclosedItem, AttachmentRecord]]:
    for item in subject.public.items:
        for attachment in item.attachments:
            if attachment.sha256:
                yield item, attachment


def _file_faults(sha256: str) -> Iterator[str]:
    try:
        kept = file(sha256)
        with open_file(sha256) as opened:
            opened.read(1)
    except (NotFound, OSError):
        yield _("filen er ikke i lageret. Læg den ved igen.")
        return
    largest = settings.PUBLIC_FILE_MAX_BYTES
    if kept.size > largest:
        yield _("filen fylder over %(limit)s MB. Gem den mindre, eller del den.") % {"limit": largest // 1_000_000}
    if kept.media_type not in settings.PUBLIC_FILE_TYPES:
        yield _("filer af den slags offentliggøres ikke. Gem den som PDF.")
    if scan_of(sha256) is Scan.INFECTED:
        yield _("virusskanneren har fundet noget i filen. Fjern den.")
