from __future__ import annotations

import pytest

from socialpolicy import Library
from socialpolicy.errors import Code
from tests.composition.refusing import only
from tests.composition.small import clause, composed, small

_STANCES = """
[stances.none]
label = "l"
default_when = 'not channels has "sms"'
[stances.some]
label = "l"
default_when = 'channels has "sms" and not has_staff'
allowed_when = 'channels has "sms"'
because = "You say that you do not use text messages."
[stances.all]
label = "l"
default = true
allowed_when = 'channels has "sms"'
because = "You say that you do not use text messages."
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return small({"texts": clause("Texts", below=_STANCES)})


def _stance(library: Library, **values: object) -> tuple[str, str]:
    chosen = composed(library, **values).composed.chosen["texts"]
    return chosen.stance.id, chosen.why_stance


def test_the_one_stance_whose_condition_holds_is_the_default(library: Library) -> None:
    stance, why = _stance(library)
    assert stance == "none"
    assert "text messages" in why
    assert _stance(library, channels=["sms"])[0] == "some"


def test_else_the_usual_stance_stands(library: Library) -> None:
    assert _stance(library, channels=["sms"], has_staff=True) == ("all", "it stands by default")


def test_a_practice_may_choose_another_stance(library: Library) -> None:
    assert _stance(library, channels=["sms"], stances={"texts": "none"}) == ("none", "you chose it")


def test_a_stance_that_is_not_allowed_is_refused_with_its_sentence(library: Library) -> None:
    finding = only(lambda: composed(library, stances={"texts": "all"}))
    assert (finding.code, finding.place.path) == (Code.STANCE_REFUSED, "stances.texts")
    assert finding.message == (
        "`texts` cannot take the stance `all`. You say that you do not use text messages. (On `channels`.)"
    )
    assert finding.hint == "allowed here: none"


def test_a_stance_that_the_chosen_version_does_not_have_is_refused() -> None:
    newer = clause(
        "Texts", top="effective = 2027-01-01", below='[stances.new]\nlabel = "l"\ndefault = true\n'
    )
    library = small({"texts": clause("Texts", below=_STANCES), "texts@1.1.0": newer})
    finding = only(lambda: composed(library, stances={"texts": "new"}, channels=["sms"]))
    assert finding.code == Code.STANCE_REFUSED
    assert finding.message == "`texts` 1.0.0 has no stance `new`."
    assert finding.hint == "allowed here: none, some, all"


@pytest.mark.parametrize(
    "stances",
    [
        # two hold
        "[stances.a]\nlabel = 'l'\ndefault_when = 'always'\n"
        "[stances.b]\nlabel = 'l'\ndefault_when = 'always'\n",
        # none holds, and none is the usual one
        "[stances.a]\nlabel = 'l'\ndefault_when = 'has_staff'\n",
        # the usual one is not allowed
        "[stances.a]\nlabel = 'l'\ndefault = true\nallowed_when = 'has_staff'\nbecause = 'b'\n",
        # the one that fits is not allowed: another is never taken in silence
        "[stances.a]\nlabel = 'l'\ndefault_when = 'always'\nallowed_when = 'has_staff'\nbecause = 'b'\n"
        "[stances.b]\nlabel = 'l'\ndefault = true\n",
    ],
)
def test_without_one_clear_default_the_practice_must_choose(stances: str) -> None:
    finding = only(lambda: composed(small({"texts": clause("Texts", below=stances)})))
    assert (finding.code, finding.place.path) == (Code.STANCE_UNCLEAR, "stances.texts")
    assert finding.hint.startswith("choose one under [stances]; allowed here: ")
