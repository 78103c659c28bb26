"""The language of conditions: typed by the facts, refused at reading, decided in three values."""

from socialpolicy.conditions.condition import Condition, NamedCondition
from socialpolicy.conditions.parser import parse
from socialpolicy.conditions.tokens import RESERVED
from socialpolicy.conditions.vocabulary import Vocabulary

__all__ = ["RESERVED", "Condition", "NamedCondition", "Vocabulary", "parse"]
