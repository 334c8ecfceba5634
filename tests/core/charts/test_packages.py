"""tests: core/charts/packages.py - bars from 0 to 100, the BATNA through all rows."""

from __future__ import annotations

from core.charts.packages import Kind, PackageRow, Packages, PackagesWords
from core.charts.scene import Label, Line, Polygon, Rect, Role
from core.verdict import Flag

WORDS = PackagesWords("Package", "Worth to us", "Against BATNA", "BATNA")


def measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.6 if bold else 0.55)


CHART = Packages(
    title="Their offer is worth less",
    rows=(
        PackageRow(kind=Kind.OURS, name="Our offer", low=80, high=80, words="80.0", flag=Flag.FINE, flag_words="fine"),
        PackageRow(kind=Kind.BATNA, name="BATNA: Ebro", low=48.6, high=48.6, words="48.6", told="BATNA: 48.6"),
        PackageRow(
            kind=Kind.THEIRS,
            name="Their offer",
            low=10,
            high=40,
            words="10.0 to 40.0",
            against="–38.6 to –8.6",
            flag=Flag.ACT,
            flag_words="act",
            told="Their offer: 10.0 to 40.0 points",
        ),
    ),
    words=WORDS,
    batna=48.6,
)


def test_the_batna_runs_through_all_rows() -> None:
    scene = CHART.scene(500, measure)
    dashes = [item for item in scene.items if isinstance(item, Line) and item.dash and item.role is Role.INK]
    (line,) = [item for item in dashes if item.x1 == item.x2]
    rows = [stop.y for stop in scene.stops]
    assert line.y1 < min(rows)
    assert line.y2 > max(rows)


def test_rows_are_stops_in_their_order_and_rows_of_the_table() -> None:
    scene = CHART.scene(500, measure)
    assert [stop.words for stop in scene.stops] == [row.told for row in CHART.rows]
    assert scene.table.rows[2] == ("Their offer", "10.0 to 40.0", "–38.6 to –8.6", "act")


def test_theirs_is_hatched_ours_solid_and_an_open_value_has_its_other_end() -> None:
    items = CHART.scene(500, measure).items
    bars = [item for item in items if isinstance(item, Rect)]
    assert {bar.hatch for bar in bars} == {None, Role.THEM}
    assert any(isinstance(item, Line) and item.role is Role.THEM and item.dash for item in items)


def test_a_flag_is_a_sign_and_a_word() -> None:
    items = CHART.scene(500, measure).items
    assert any(isinstance(item, Polygon) and item.fill is Role.ACT for item in items)
    assert any(isinstance(item, Label) and item.text == "act" and item.bold for item in items)


def test_values_below_nothing_and_above_all_widen_the_picture() -> None:
    row = PackageRow(kind=Kind.ALTERNATIVE, name="No deal", low=-20, high=-20, words="–20.0")
    scene = Packages(title="", rows=(row,), words=WORDS).scene(400, measure)
    (bar,) = [item for item in scene.items if isinstance(item, Rect)]
    assert bar.width > 0
    assert all(0 <= item.x <= 400 for item in scene.items if isinstance(item, Label))


def test_without_packages_there_is_only_the_title() -> None:
    assert Packages(title="Nothing yet", rows=(), words=WORDS).scene(400, measure).items == ()
