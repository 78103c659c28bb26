"""JSON Schemas (2020-12) of what people and programs write for a library, and of what it makes."""

from __future__ import annotations

from socialpolicy.schemas.clause import clause_schema
from socialpolicy.schemas.document import document_schema
from socialpolicy.schemas.profile import profile_schema

__all__ = ["clause_schema", "document_schema", "profile_schema"]
