"""The provisions that the rules of deciding come from; they bind council and committees only."""

from datetime import date

from raadhus.kernel.sources import Source

_ACT = "https://www.retsinformation.dk/eli/lta/2019/47"
_READ = date(2026, 11, 22)

MAJORITY = Source("Styrelsesloven § 11, stk. 3 (antagelse: ikke efterprøvet i ordlyden)", _ACT, _READ)
PROTOCOL = Source("Styrelsesloven § 13", _ACT, _READ)
DISQUALIFICATION = Source("Styrelsesloven § 14", _ACT, _READ)
