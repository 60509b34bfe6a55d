"""Findings as sentences for people."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadhus.core.audit.rules.findings import Finding, FindingKind

_FIELDS = {
    "when": gettext_lazy("tidspunktet"),
    "actor": gettext_lazy("hvem der handlede"),
    "event": gettext_lazy("hændelsen"),
    "subject": gettext_lazy("hvad det handler om"),
    "data": gettext_lazy("indholdet"),
    "personal": gettext_lazy("aftrykket af personligt indhold"),
}

_SENTENCES = {
    FindingKind.EDITED: gettext_lazy("Post %(sequence)s i segment %(segment)s er rettet: %(fields)s."),
    FindingKind.DELETED: gettext_lazy("%(span)s er slettet."),
    FindingKind.INSERTED: gettext_lazy("%(span)s er sat ind og hører ikke til kæden."),
    FindingKind.CUT_OFF: gettext_lazy("Enden er skåret af: %(span)s mangler."),
    FindingKind.UNCHAINED: gettext_lazy("Post %(sequence)s i segment %(segment)s hænger ikke sammen med posten før."),
    FindingKind.HEAD: gettext_lazy("Kædens hoved passer ikke med kæden (%(fields)s)."),
    FindingKind.SEAL: gettext_lazy("Seglet på segment %(segment)s er ikke ægte (%(fields)s)."),
    FindingKind.SEAL_MISSING: gettext_lazy("Seglet på segment %(segment)s mangler."),
    FindingKind.TOMBSTONE: gettext_lazy("Segment %(segment)s er ikke slettet af raadhus selv."),
    FindingKind.PERSONAL: gettext_lazy(
        "Det personlige indhold ved post %(sequence)s er rettet, fjernet eller sat ind."
    ),
    FindingKind.ERASURE: gettext_lazy("Sletningen af personligt indhold ved post %(sequence)s er ikke ægte."),
    FindingKind.ANCHOR: gettext_lazy("Post %(sequence)s er en anden end den, der er forankret uden for databasen."),
    FindingKind.OTHER_KEY: gettext_lazy(
        "Sporet er lavet med en anden nøgle end den, installationen har nu (audit-key eller RAADHUS_AUDIT_KEY)."
    ),
    FindingKind.UNREADABLE: gettext_lazy("Der ligger noget i sporets tabeller, som databasen ikke kan læse."),
}


def finding_sentence(finding: Finding) -> str:
    """Return what was found and where, in the reader's language."""
    fields = [str(_FIELDS.get(name, name)) for name in finding.fields]
    return str(_SENTENCES[finding.kind]) % {
        "sequence": finding.sequence,
        "segment": finding.segment,
        "span": _span(finding),
        "fields": ", ".join(fields) or "mac",
    }


def _span(finding: Finding) -> str:
    if finding.until is None or finding.until == finding.sequence:
        return _("Post %(sequence)s") % {"sequence": finding.sequence}
    return _("Post %(sequence)s til %(until)s") % {"sequence": finding.sequence, "until": finding.until}
