"""The one sentence for each kind of file that cannot be read: what it is, and what to do."""

from raadhus.core.documents.readers import media_types as types

SENTENCES = {
    types.EMPTY: "filen er tom: vælg en fil med indhold.",
    types.PNG: "filen er et billede (PNG) og ikke et dokument: gem originalen som PDF eller DOCX, eller indlæs en udgave med tekst.",
    types.JPEG: "filen er et billede (JPEG) og ikke et dokument: gem originalen som PDF eller DOCX, eller indlæs en udgave med tekst.",
    types.GIF: "filen er et billede (GIF) og ikke et dokument: gem originalen som PDF eller DOCX, eller indlæs en udgave med tekst.",
    types.WEBP: "filen er et billede (WebP) og ikke et dokument: gem originalen som PDF eller DOCX, eller indlæs en udgave med tekst.",
    types.TIFF: "filen er et billede (TIFF) og ikke et dokument: gem originalen som PDF eller DOCX, eller indlæs en udgave med tekst.",
    types.SVG: "filen er en tegning (SVG) og ikke et dokument: gem originalen som PDF eller DOCX, og prøv igen.",
    types.RTF: "filen er i det ældre format RTF, som ikke læses: åbn den i Word eller LibreOffice, gem den som DOCX, og prøv igen.",
    types.OLE: "filen er i et ældre Office-format (.doc, .xls, .ppt eller .msg), som ikke læses: åbn den i Word, gem den som DOCX, og prøv igen.",
    types.ENCRYPTED_OFFICE: "filen er beskyttet med adgangskode: fjern adgangskoden i Word, gem filen, og prøv igen.",
    types.ODT: "filen er i OpenDocument-format, som ikke læses: åbn den i LibreOffice eller Word, gem den som DOCX, og prøv igen.",
    types.XLSX: "filen er et regneark (Excel) og ikke et dokument: gem mødeteksten som PDF, DOCX, HTML eller tekst, og prøv igen.",
    types.OFFICE_WITH_MACROS: "filen er et Office-dokument med makroer og ikke en tekst: gem mødeteksten som PDF eller DOCX, og prøv igen.",
    types.PPTX: "filen er en præsentation (PowerPoint) og ikke et dokument: gem den som PDF, og prøv igen.",
    types.ZIP: "filen er et zip-arkiv: pak det ud, og indlæs dokumenterne enkeltvis.",
    types.EMAIL: "filen er en gemt e-mail: gem det vedhæftede dokument for sig, og indlæs det.",
    types.UNKNOWN: "filens indhold er hverken PDF, DOCX, HTML eller tekst: gem dokumentet i et af de formater, og prøv igen.",
}
