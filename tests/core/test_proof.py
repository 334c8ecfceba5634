"""tests: core/proof.py - what proves an alternative, and when it is too old."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.alternative import Following
from core.attachment import Attachment
from core.proof import OLD_DAYS, is_old, is_proven
from tests.core.cases import DAY, MOMENT, alternative, negotiation


def test_evidence_is_old_from_the_day_after_its_term() -> None:
    assert not is_old(None, DAY)
    assert not is_old(DAY - timedelta(days=OLD_DAYS), DAY)
    assert is_old(DAY - timedelta(days=OLD_DAYS + 1), DAY)


def test_words_a_file_or_an_offer_made_to_us_elsewhere_prove_an_alternative() -> None:
    bare, matter = alternative(7, "Campania", evidence="  "), negotiation()
    assert not is_proven(matter, bare)
    assert is_proven(matter, replace(bare, evidence="quote 12"))
    assert is_proven(matter, replace(bare, no_deal=True))
    about = {"negotiation_id": 1, "alternative_id": 7}
    file = Attachment(id=1, name="q.pdf", media_type="application/pdf", size=1, sha256="", added_at=MOMENT, **about)
    assert is_proven(replace(matter, attachments=(file,)), bare)
    assert not is_proven(replace(matter, attachments=(replace(file, alternative_id=8),)), bare)
    assert is_proven(replace(matter, followings=(Following(followed_id=2, copied_at=MOMENT, **about),)), bare)
