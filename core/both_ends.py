"""core: a long name cut in its middle, since names that begin alike are told apart by their ends."""

from __future__ import annotations


def both_ends(name: str, most: int) -> str:
    """Return a name on one line of at most so many characters, of a longer one a little more of its beginning."""
    flat = " ".join(name.split())
    if len(flat) <= most:
        return flat
    head = most * 4 // 7
    return f"{flat[:head].rstrip()}…{flat[head + 1 - most :].lstrip()}"
