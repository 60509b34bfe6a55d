"""Whether a remark orders something: a body that takes notice decides nothing (efterretningssager, docs/rules/deciding.md)."""

import re

_ORDERS = re.compile(
    r"\b(?:beslut(?:ter|tede|tet|tes)|vedtager|pålægge[rs]|pålagt|anmoder|anmodes|bedes|beder|skal|bør|udarbejde[rs]|fremlægge[rs]|forelægge[rs]|"
    r"iværksætte[rs]|igangsætte[rs]|vender\s+tilbage|følger\s+op|sørger\s+for|undersøge[rs]|indhente[rs]|ønsker)\b",
    re.IGNORECASE,
)


def orders_something(remark: str) -> bool:
    """Return True when the words ask somebody to do something or decide something."""
    return _ORDERS.search(remark) is not None
