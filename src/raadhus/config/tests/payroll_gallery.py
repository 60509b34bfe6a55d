"""A gallery of files as people send them: the same payroll written in other ways, and payroll with something wrong in it."""

from dataclasses import dataclass
from datetime import date

MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()  # noqa: SIM905 - reads as one line

HEADING = "employment;absence;first;last;code;weekly_hours_away;registered"
ROWS = (
    "A1;1;2024-01-08;2024-02-20;790;;2024-01-08",
    "A2;1;2024-03-04;;526;18,50;2024-03-05",
    "A3;1;2024-04-02;2024-04-05;BS;;2024-04-02",
)
PLAIN = "\n".join((HEADING, *ROWS, "")).encode()

EMPLOYMENTS_HEADING = "employment;person;name;unit;start;last;weekly_hours;form;monthly_pay"
EMPLOYMENT_ROWS = (
    "A1;P1;Alma Klitstol;sac;2019-01-01;;37,00;monthly;38100,00",
    "A2;P2;Otto Ravdør;sac;2020-02-01;;32,50;monthly;1031,25",
    "A3;P3;Freja Sandkrog;fdc;2021-03-01;;28,00;monthly;26184,25",
)
EMPLOYMENTS = "\n".join((EMPLOYMENTS_HEADING, *EMPLOYMENT_ROWS, "")).encode()


@dataclass(frozen=True, slots=True)
class Bad:
    """A file with something wrong: what the report must say, and where when it is one row."""

    name: str
    data: bytes
    says: str
    line: int | None = None
    column: str = ""


def _with_dates(write):
    """Return the rows with every date written in another way."""
    cells = [row.split(";") for row in ROWS]
    for row in cells:
        for place in (2, 3, 6):
            if row[place]:
                row[place] = write(date.fromisoformat(row[place]))
    return "\n".join((HEADING, *(";".join(row) for row in cells), "")).encode()


def _words(day):
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


# The same absences: nothing is new in any of them.
SAME = {
    "dage med bindestreg": _with_dates(lambda day: f"{day:%d-%m-%Y}"),
    "dage med punktum": _with_dates(lambda day: f"{day.day}.{day.month}.{day.year}"),
    "dage med skråstreg": _with_dates(lambda day: f"{day.day}/{day.month}-{day.year}"),
    "dage i ord": _with_dates(_words),
    "dage uden tegn": _with_dates(lambda day: f"{day:%Y%m%d}"),
    "tabulator": PLAIN.replace(b";", b"\t"),
    "lodret streg": PLAIN.replace(b";", b"|"),
    "komma og anførselstegn": PLAIN.replace(b"18,50", b'"18,50"').replace(b";", b","),
    "decimalpunktum": PLAIN.replace(b"18,50", b"18.5"),
    "windows": PLAIN.replace(b"\n", b"\r\n"),
    "mærket utf-8": b"\xef\xbb\xbf" + PLAIN,
    "utf-16": PLAIN.decode().encode("utf-16"),
}


def _line(row: str) -> bytes:
    """Return the plain file with one row more, which is line 5."""
    return PLAIN + row.encode() + b"\n"


WIDE = "\n".join(";".join(f"k{n}" for n in range(400)) for _ in range(3)).encode()
BAD = (
    Bad(
        "en forkert separator i rækkerne.csv",
        "\n".join((HEADING, *(row.replace(";", "#") for row in ROWS))).encode(),
        "felt",
        2,
    ),
    Bad("en ukendt separator.csv", PLAIN.replace(b";", b"#"), "skilles ad"),
    Bad("fravær der overlapper.csv", _line("A1;2;2024-02-19;2024-03-01;790;;2024-02-19"), "overlapper", 5),
    Bad("slut før start.csv", _line("A3;2;2024-05-10;2024-05-01;790;;2024-05-10"), "før den begynder", 5, "last"),
    Bad("en ukendt kode.csv", _line("A3;2;2024-05-10;;ZZ;;2024-05-10"), "kendes ikke", 5, "code"),
    Bad("en dag der ikke findes.csv", _line("A3;2;31-02-2024;;790;;2024-05-10"), "ikke en dato", 5, "first"),
    Bad("amerikanske dage.csv", _line("A3;2;2024-05-10;12/31/2024;790;;2024-05-10"), "ikke en dato", 5, "last"),
    Bad("timer i ord.csv", _line("A3;2;2024-05-10;;526;mange;2024-05-10"), "ikke et tal", 5, "weekly_hours_away"),
    Bad("to ens rækker.csv", _line(ROWS[0]), "", 5),
    Bad("et tomt felt.csv", _line(";2;2024-05-10;;790;;2024-05-10"), "tomt", 5, "employment"),
    Bad("fire hundrede kolonner.csv", WIDE, "400 kolonner"),
    Bad("en halv fil.csv", PLAIN[: len(PLAIN) - len(ROWS[2]) // 2], "felt", 4),
    Bad("et halvt citat.csv", _line('A3;2;"2024-05-10;;790;;2024-05-10'), "afbrudt"),
    Bad("en halv projektmappe.xlsx", b"PK\x03\x04" + bytes(range(200)), "regneark"),
    Bad("halv xml.xml", b"<?xml version='1.0'?><kmd><employee id='1'><entry", "mangler"),
    Bad("et billede.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "tekst"),
    Bad("en tom fil.csv", b"", "tom"),
    Bad("en kolonne mangler.csv", PLAIN.replace(b"first;", b"begyndt;"), "first"),
    Bad("en kolonne to gange.csv", PLAIN.replace(b"absence;", b"first;"), "to gange"),
    Bad("et cpr-nummer.csv", _line("0101701234;2;2024-05-10;;790;;2024-05-10"), "CPR", 5, "employment"),
)
