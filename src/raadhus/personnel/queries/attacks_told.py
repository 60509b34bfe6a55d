"""The attacks of a release in words, for those who read its page and not the rules."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _


def attack_words(one: Mapping[str, Any]) -> str:
    """Return what an attack of a manifest tries; of a control which known leak it is given. An attack of a later day is its name."""
    tried = {
        "T1": _("T1: regne en person eller et skjult tal ud"),
        "T2": _("T2: trække to tal fra hinanden, så få personer står tilbage"),
        "T3": _("T3: lægge måneder, kvartaler og år oven på hinanden"),
        "T5": _("T5: bestemme en persons sygefravær på under en dag"),
        "T6": _("T6: gætte en persons tal ud fra alle de slørede"),
        "T7": _("T7: spørge igen og få et andet tal"),
    }
    leaks = {
        "threshold_only": _("kun en mindstegrænse"),
        "one_person_less": _("én person mindre"),
        "noise_without_a_secret": _("sløring uden hemmelig nøgle"),
        "sums_without_noise": _("summer uden sløring"),
        "exact_means_by_month": _("nøjagtige gennemsnit hver måned"),
        "quarter_beside_its_months": _("et kvartal ved siden af sine måneder"),
    }
    if control := one.get("control"):
        return _("T8, prøve på prøven: %(leak)s") % {"leak": leaks.get(control, control)}
    return tried.get(one["attack"], str(one["attack"]))
