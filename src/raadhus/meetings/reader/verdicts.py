"""What a piece of a decision's prose decides: one of the coded outcomes, or nothing."""

import re

from raadhus.meetings.rules.outcomes import Outcome
from raadhus.meetings.rules.prose import sentences

_CASE = r"(?:sagen|punktet|sagens behandling|behandling(?:en)?(?: af (?:sagen|punktet))?|indstillingen|forslaget|beslutningen|dagsordenspunktet)"
_REFUSES = (
    r"(?:^|[:.)]\s|\bog\s)(?:(?:et|en)\s+(?:enigt?\s+\w+|flertal\w*)|\w*(?:udvalg|råd|bestyrelse|direktion|magistrat)(?:et|en)?)\b"
    r"(?:[^.,]{0,60}?\b(?:kan|kunne)\s+ikke\s+(?:tiltræde|godkende|anbefale|støtte|imødekomme|tilslutte)|\s+ønske(?:r|de)\s+ikke\s+at)\b|"
    r"\b(?:kan|kunne)\s+\w*(?:udvalg|råd|bestyrelse|direktion|magistrat)(?:et|en)\s+ikke\s+(?:tiltræde|godkende|anbefale|støtte|imødekomme|tilslutte)\b"
)
# These settle the matter wherever they stand in the sentence.
_STRONG: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE))
    for outcome, pattern in (
        (Outcome.NOT_RELEASED, r"ikke\s+frigivet|ikke\s+offentliggjort"),
        (
            Outcome.DEFERRED,
            (
                r"\budsat\b(?!\s+(?:for|gruppe|position))|\budsættes\b|\b(?:at\s+)?udsætte\b|\budskydes\b|\budskudt\b|\bat\s+udskyde\b|"
                rf"\b(?:udsatte|udskød|udsætter|udskyder)\s+(?:{_CASE}|indstilling|punkt|pkt|litra|øvrige|resten|de\s+øvrige|[a-z]|\d{{1,2}})\b|\bgenoptages\b|\bgenfremsættes\b|genbehandle[st]\b|\bgenfremsat\b|\bgenoptaget\b|overføres\s+til\s+næste|"
                r"\binden\s+(?:at\s+)?der\s+(?:kan\s+)?træffes\b|"
                r"inden\s+(?:\w+\s+){0,3}(?:endelig|endeligt)\s+(?:beslutning|stillingtagen)|"
                r"(?:sættes|behandles|optages)\s+(?:igen\s+)?på\s+(?:\w+\s+){0,3}næste\s+møde|"
                r"behandles\s+(?:igen|på\s+ny)\b|"
                rf"^\W*afventer\b|\binden\s+(?:endelig\s+)?beslutning\b|{_CASE}\s+(?:sættes\s+i\s+bero|afventer)|afventer\s+(?:endelig\s+)?(?:stillingtagen|beslutning|behandling)"
            ),
        ),
        (
            Outcome.WITHDRAWN,
            (
                rf"^\W*(?:udgår|udgik|udgået|bortfalder|bortfaldt|trukket|trækkes)\b|{_CASE}\s+(?:er\s+|blev\s+|bliver\s+)?(?:udgår|udgik|udgået|bortfalder|bortfaldt|trukket|trækkes)|"
                r"\b(?:punkt|pkt\.?|indstilling|ad)\s+\w{1,3}\s+(?:udgår|udgik|bortfalder|bortfaldt|trækkes)|"
                rf"(?:tages|taget|blev\s+taget|tog)\s+(?:{_CASE}\s+)?af\s+(?:mødets\s+)?dagsorden|trukket\s+(?:tilbage|af)"
            ),
        ),
        (
            Outcome.REJECTED,
            (
                r"\b(?:afvist|afvises|afviste|afviser|forkastet|forkastes|forkastede|nedstemt|afslået|afslås|afslog)\b|"
                r"\b(?:ikke\s+(?:godkendt|vedtaget|tiltrådt|imødekommet|godkende|imødekomme|imødekommes|anbefales|anbefale|fremmes|vedtages|godkendes|tiltrædes))\b|\b(?:godkend|imødekomm|vedtag|tiltræd|anbefal|støtt)(?:er|es|te|ede|tes|edes)\s+ikke\b|\b(?:tiltrådtes?|vedtog)\s+ikke\b|"
                rf"{_REFUSES}|"
                rf"\b(?:gives|giver|gav|meddeles|meddeler|meddelte)\s+afslag|\bat\s+afvise\b|{_CASE}\s+faldt\b"
            ),
        ),
        (Outcome.RECOMMENDED, r"\b(?:frem|over|videre)?send(?:es|t|te|er)\b[^.]{0,120}?\bmed\s+(?:\w+\s+)?anbefaling"),
        (
            Outcome.REPLACED,
            (
                r"\bbeslut(?:ter|tedes?|tes|tet)\s+(?:\w+\s+){0,4}?i\s+stedet\b|\bi\s+stedet\s+(?:for\s+indstillingen\s+)?(?:blev\s+det\s+)?beslut|"
                r"\bændrede?\s+indstilling\w*\s+(?:blev\s+)?(?:godkend|vedtag|tiltr)|\b(?:godkendt|vedtaget|tiltrådt)\s+i\s+ændret\s+form"
            ),
        ),
        (Outcome.RECOMMENDED, r"med\s+(?:den\s+)?bemærkning,?\s+at\s+.{0,160}?\banbefaler\b"),
        (Outcome.APPROVED, r"med\s+(?:den\s+)?bemærkning,?\s+at\s+.{0,160}?\bhar\s+(?:vedtaget|godkendt|tiltrådt)\b"),
    )
)
_DECIDED_TO = (
    r"\b(?:vedtog|besluttede|besluttet|beslutter|vedtager|valgte|vedtaget)(?:\s+enstemmigt)?,?\s+(?:at|det)\s+"
)
# Of these the one that comes first in the sentence counts; in a tie the one that comes first here.
_EARLIEST: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(pattern, re.IGNORECASE))
    for outcome, pattern in (
        (
            Outcome.RECOMMENDED,
            (
                rf"{_DECIDED_TO}(?:anbefale|indstille)\b|\banbefal(?:es|er|ede|et|ede)\b|\bindstilles?\b(?!\s+(?:til\s+orientering|a\b|b\b))|\bindstillede\b|\bindstiller\b|"
                r"\bindstillet\s+til\s+(?:godkendelse|vedtagelse)|\bkunne\s+tiltræde\b|\btiltrædes\s+over\s*for|\btil\s+(?:byrådets|kommunalbestyrelsens|økonomiudvalgets)\s+godkendelse"
            ),
        ),
        (
            Outcome.RETURNED,
            (
                rf"{_DECIDED_TO}(?:sende|hjemvise)\s+(?:sagen\s+)?tilbage|{_DECIDED_TO}(?:hjemvise|tilbagesende)|\btilbagesend(?:es|t|te|er)\b|\bhjemvis(?:es|t|te|er)\b|\breturner(?:es|et|ede|er)\b|\bsend(?:es|t|te|er)\s+(?:\S+\s+){{0,3}}?(?:tilbage|retur)\b|\bgår\s+tilbage\s+til\b|"
                rf"{_CASE}\s+(?:blev\s+)?send(?:es|t)\s+(?:tilbage|retur)\b"
            ),
        ),
        (
            Outcome.REFERRED,
            (
                rf"{_DECIDED_TO}(?:oversende|sende|fremsende|henvise|videresende)\b|(?:^\W*|{_CASE}\s+(?:blev\s+)?)(?:fremsend(?:es|t)|oversend(?:es|t)|videresend(?:es|t)|henvis(?:es|t)|send(?:es|t))\b|"
                r"\b(?:oversendes|videresendes|henvises|oversendt|henvist)\s+til\b|\bfremsendes\s+(?:uden\s+indstilling|til)\b|"
                r"\b(?:over|frem|videre)send(?:er|te)\b|\bhenvis(?:er|te)\s+\S+(?:\s+\S+){0,3}?\s+til\b|\boverg(?:år|ik)\s+til\s+(?:behandling|afgørelse)|\bgår\s+videre\s+til\b|\bstandset\s+af\b|\bforelægges\s+(?:for\s+)?\w*(?:råd|udvalg|bestyrelse|direktion)|"
                rf"\bsend(?:er|te)\s+(?:{_CASE}|indstilling\w*|punkt|pkt|litra|[a-z]|\d{{1,2}})\b|\bbegær\w*\s+(?:sagen|punktet)\b|\bindbragt\s+for\b|^\W*standset\b"
            ),
        ),
        (
            Outcome.NOTED,
            (
                rf"{_DECIDED_TO}tage\s+\S.{{0,120}}?til\s+(?:efterretning|orientering)|\btil\s+efterretning\b|\b(?:tages|taget|tager|tog)\s+(?:\S+\s+){{0,8}}?til\s+orientering\b|"
                r"\b(?:blev|er|var)\s+orienteret\b|\borienter(?:ede|et|es|er|ing(?:en)?\s+(?:blev\s+|er\s+)?(?:taget|givet|foretaget|modtaget))\b|\bad\s+notam\b|\bnoteret\b|^\W*orientering(?:en)?\W*$|"
                r"\btil\s+orientering\W*$|\btog\s+(?:orienteringen|sagen)\b"
            ),
        ),
        (
            Outcome.DISCUSSED,
            rf"{_DECIDED_TO}drøfte\b|\bdrøft(?:et|ede|es|er)\b|\bdrøftelse(?:n)?\s+(?:fandt|blev|er)\b|^\W*drøftelse\W*$",
        ),
        (
            Outcome.APPROVED,
            (
                r"\bgodkend(?:t|er|te|es|e|else)\b|\bvedta(?:get|ges|ger)\b|\bvedtog\b|\btiltr(?:ådt|ådte|æder|ædes|æde|åd|ådes)\b|\bbeslut(?:tedes?|ter|tet|tes)\b|"
                r"\bimødekom(?:met|mes|mer)?\b|\bbevilge(?:t|s|de|r)\b|\bsom\s+indstillet\b|\bindstillingen\s+(?:blev\s+)?(?:følges|fulgt|taget\s+til\s+følge)\b|\bfølger?\s+indstillingen\b|"
                r"\bbemyndige(?:r|de|t|s)\b|\bvalgte\b|\bblev\s+valgt\b|\bvalgtes\b|\bvalgt\s+blev\b|\b(?:meddel|giv)(?:es|er|te)\s+(?:dispensation|tilladelse)\b|\budpeg(?:ede|er|es|et)\b|\btilslutte(?:r|de)\s+sig\b|\btilsluttet\b|\benige?\s+i\s+(?:indstilling|punkt|pkt|forslag)|\bok\b|\bbifald(?:er|t|es)\b|\baccepter(?:et|es|er)\b|\bbekræft(?:et|es|er)\b"
            ),
        ),
    )
)
_REMARKS = re.compile(
    r"\bmed\s+(?:de\s+|den\s+|det\s+|en\s+|et\s+|følgende\s+|disse\s+|nævnte\s+|faldne\s+|ovenstående\s+|nedenstående\s+|mindre\s+|enkelte\s+|[\w-]+(?:e|t)\s+)*"
    r"(?:bemærkning|tilføjelse|ændring|tilretning|rettelse|præcisering|kommentar|justering|ønske|forbehold|input|tilkendegivelse|opmærksomhed|forslag\s+til\s+ændring)\w*|"
    r"\bdog\s+(?:således|sådan|med|at)\b|\bidet\b|\bunder\s+forudsætning\b|\bmed\s+(?:den\s+)?forudsætning\b|\bog\s+(?:bemærker|bemærkede)\b",
    re.IGNORECASE,
)
_REFUSAL = re.compile(_REFUSES, re.IGNORECASE)
_ASIDE = re.compile(
    r"\bkunne\s+ikke\s+(?:tiltræde|godkende|anbefale|støtte|tilslutte)|\btog\s+forbehold|\btager\s+forbehold|"
    r"\bstemte\s+(?:imod|for|nej|ja|hverken|blankt)|\bstemmer\s+(?:imod|for|nej|ja)|"
    r"\bundlod\b|\bundlader\b|\bvar\s+forhindret|\bdeltog\s+ikke|\bdeltager\s+ikke|\bforlod\b|\binhabil|"
    r"^\W*(?:fraværende|afbud|ikke til stede)\b|^\W*(?:for|imod)\s+stemte\b|"
    r"^\W*(?:imod|for)\s+stem(?:te|mer)|\bønsker?\s+ført\s+til\s+(?:protokol|referat)|\bbegær(?:er|ede?|es)\b|^\W*standset\b|(?:\b(?:liste|mindretal\w*|medlem\w*|parti\w*|venstre|enhedslisten|socialdemokrat\w*)\b|(?-i:\b[A-ZÆØÅ]{1,2}\b))[^.]{0,60}\bkan\s+ikke\s+(?:tiltræde|godkende|anbefale|støtte)|"
    r"\btilkendegav\b",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b(?:fremsatte|stillede|stiller)\s+(?:\w+\s+){0,3}?\w*forslag|\bforeslog\b|\bforeslår\b", re.IGNORECASE
)
_COUNTED = re.compile(r"\bmed\s+\d+\s+stemmer|\d+\s+stemmer\s+for\b", re.IGNORECASE)
_COMES_TO = re.compile(
    r"\b(?:dermed|hermed|herefter|derfor|således)\s+(?:er\s+|blev\s+)?(?:godkendt|vedtaget|tiltrådt|anbefalet|forkastet|afvist|faldet|bortfaldet)\b|"
    r"\b(?:er|blev)\s+(?:dermed|hermed|herefter|derfor|således)\s+(?:godkendt|vedtaget|tiltrådt|anbefalet|forkastet|afvist|faldet|bortfaldet)\b",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(
    r"\b(?:fremsatte|stillede|stiller|foreslog|foreslår|foreslået|ændringsforslag(?:et)?|underændringsforslag|modforslag(?:et)?|forslaget\s+(?:blev|faldt|er|bortfaldt|forkast))\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"[,;]\s+|\s+(?=(?:idet|mens|medens|men|dog)\s)", re.IGNORECASE)
_REASON = re.compile(r"\s*,?\s+(?:idet|dog)\s+", re.IGNORECASE)
_FIRST_SENTENCES = 3


def is_aside(sentence: str) -> bool:
    """Return True for what members did or said beside the decision: reservations, absence, how they voted."""
    return (
        bool(_ASIDE.search(sentence))
        and not _COUNTED.search(sentence)
        and not _COMES_TO.search(sentence)
        and not _REFUSAL.search(sentence)
    )


def is_proposal(sentence: str) -> bool:
    """Return True for what a member moved and what became of that, beside the recommendation itself."""
    return bool(_PROPOSAL.search(sentence))


def is_motion(sentence: str) -> bool:
    """Return True for the sentence in which a member moves something of their own."""
    return bool(_MOTION.search(sentence)) and not _COMES_TO.search(sentence)


def without_aside(sentence: str) -> str:
    """Return a sentence up to the aside that follows its verdict ("Godkendt, idet V stemte imod"); "" when it is all aside."""
    begin, decided = 0, False
    for match in [*_TURN.finditer(sentence), None]:
        end = match.start() if match else len(sentence)
        piece = sentence[begin:end]
        if is_aside(piece):
            return sentence[:begin].rstrip(" ,;") if decided else "" if is_aside(sentence) else sentence
        decided = decided or verdict(piece) is not None
        begin = end
    return sentence


def verdict(clause: str) -> Outcome | None:
    """Return what one clause or sentence decides, or None."""
    for outcome, pattern in _STRONG:
        if pattern.search(clause):
            return Outcome.APPROVED_WITH_REMARKS if _approves_first(clause) else outcome
    found = [
        (match.start(), rank, outcome)
        for rank, (outcome, pattern) in enumerate(_EARLIEST)
        if (match := pattern.search(clause))
    ]
    if not found:
        return None
    outcome = min(found)[2]
    return Outcome.APPROVED_WITH_REMARKS if outcome is Outcome.APPROVED and has_remarks(clause) else outcome


def _approves_first(clause: str) -> bool:
    """Return True for an approval whose reason or proviso tells of something else that is put off or refused."""
    turn = _REASON.search(clause)
    return turn is not None and verdict(clause[: turn.start()]) is Outcome.APPROVED


def has_remarks(clause: str) -> bool:
    """Return True when the clause adds something to an approval."""
    return bool(_REMARKS.search(clause))


def verdict_of_text(text: str) -> Outcome | None:
    """Return what a whole decision comes to: its first deciding sentence, amendments and asides left out; None without one."""
    pieces = [sentence.text for sentence in sentences(text)]
    main = [kept for piece in pieces if (kept := without_aside(piece))]
    for piece in main[:_FIRST_SENTENCES]:
        outcome = verdict(piece)
        if outcome in (Outcome.DEFERRED, Outcome.WITHDRAWN, Outcome.NOT_RELEASED) and not _PROPOSAL.search(piece):
            return outcome
    ordered = [piece for piece in main if not _PROPOSAL.search(piece)] + [
        piece for piece in main if _PROPOSAL.search(piece)
    ]
    for piece in ordered:
        outcome = verdict(piece)
        if outcome:
            return outcome
    last = (Outcome.RECOMMENDED, Outcome.REFERRED)
    return next((outcome for piece in pieces if (outcome := verdict(piece)) in last), None)
