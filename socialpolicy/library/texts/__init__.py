"""The texts of clauses: CommonMark with values, conditions and cross-references."""
