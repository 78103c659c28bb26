from __future__ import annotations

from socialpolicy.errors import Place
from socialpolicy.keeping.lock import Lock
from socialpolicy.keeping.locking import profile_of
from tests.practice import LIBRARY, policy_of


def test_own_sentences_come_back_from_a_lock_as_they_were_typed() -> None:
    own = {
        "reviews": {"text": "One *star* {{x}}.\n\nTwo.", "documents": ["client-addendum"]},
        "complaints": {"text": "Ring the bell."},
    }
    policy = policy_of(own=own)
    lock = Lock.parse(policy.lock().written().decode(), Place())
    assert profile_of(lock, LIBRARY).own == policy.composed.profile.own
