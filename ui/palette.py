"""ui: the colours by role, light and dark, as plain data without Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold one colour as ``#rrggbb`` for every role.

    Surfaces: base, bg, rail, raised, sel, hover and the tints. Words: text, muted, us, them,
    danger, warn, ok. ``mark`` draws the focus ring and the bars of what is selected, ``ctl`` edges
    what can be operated, ``line`` and ``line2`` separate and never carry a meaning.
    """

    base: str
    bg: str
    rail: str
    raised: str
    text: str
    muted: str
    highlight: str
    on_highlight: str
    mark: str
    us: str
    them: str
    danger: str
    warn: str
    ok: str
    ctl: str
    line: str
    line2: str
    sel: str
    hover: str
    tint_us: str
    tint_them: str
    tint_check: str
    tint_act: str
    tint_ok: str


LIGHT = Palette(
    base="#ffffff",
    bg="#f6f7f9",
    rail="#eef0f3",
    raised="#ffffff",
    text="#1b1f24",
    muted="#57606a",
    highlight="#0b5cad",
    on_highlight="#ffffff",
    mark="#0b5cad",
    us="#0b5cad",
    them="#8a3b00",
    danger="#a4161a",
    warn="#7a4a00",
    ok="#0b6b3a",
    ctl="#78818b",
    line="#e2e6ea",
    line2="#ccd2d9",
    sel="#e3eef9",
    hover="#f0f2f5",
    tint_us="#dbe9f7",
    tint_them="#f5e4d8",
    tint_check="#fdf5e6",
    tint_act="#fdeeee",
    tint_ok="#e9f5ee",
)

DARK = Palette(
    base="#14171b",
    bg="#1b1f24",
    rail="#181b20",
    raised="#20252b",
    text="#e8eaed",
    muted="#a9b1ba",
    highlight="#2f6fb3",
    on_highlight="#ffffff",
    mark="#79b8ff",
    us="#79b8ff",
    them="#ffab70",
    danger="#ff8a85",
    warn="#f2b84b",
    ok="#6fd39a",
    ctl="#737d88",
    line="#2a3037",
    line2="#3b434c",
    sel="#1d324a",
    hover="#1f242a",
    tint_us="#1c3653",
    tint_them="#42291a",
    tint_check="#2c2413",
    tint_act="#371d1f",
    tint_ok="#16291f",
)
