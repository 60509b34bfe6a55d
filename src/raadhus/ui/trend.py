"""A line the size of a word: how a figure has gone, without axes, with its sentence for who asks or cannot see it."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_WIDTH, _HEIGHT, _EDGE = 88, 24, 3
# A change smaller than a tenth of the figure is not drawn as if it filled the picture.
_LEAST_SPAN = 0.1


def trend(values: Sequence[Decimal | None], alt: str) -> SafeString:
    """Return the line as SVG; what is not shown breaks it, the last value has a dot. Nothing with fewer than two values."""
    known = [float(value) for value in values if value is not None]
    if len(known) < 2:  # noqa: PLR2004 - one value has no way to go
        return SafeString("")
    low, high = min(known), max(known)
    span = max(high - low, _LEAST_SPAN * max(abs(low), abs(high))) or 1.0
    middle, step = (low + high) / 2, (_WIDTH - 2 * _EDGE) / (len(values) - 1)
    runs: list[list[str]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            runs.append([])
            continue
        across, down = _EDGE + place * step, _HEIGHT / 2 - (float(value) - middle) / span * (_HEIGHT - 2 * _EDGE)
        runs[-1].append(f"{across:.1f},{down:.1f}")
    lines = [(" ".join(run),) for run in runs if len(run) > 1]
    dots = [tuple(run[0].split(",")) for run in runs if len(run) == 1]
    dots.append(tuple(next(run for run in reversed(runs) if run)[-1].split(",")))
    return format_html(
        '<svg width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img" aria-label="{2}"><title>{2}</title>{3}{4}</svg>',
        _WIDTH,
        _HEIGHT,
        alt,
        format_html_join("", '<polyline points="{}" fill="none" stroke="currentColor" stroke-width="1.5"/>', lines),
        format_html_join("", '<circle cx="{}" cy="{}" r="2" fill="currentColor"/>', dict.fromkeys(dots)),
    )
