"""How a body decides: outcomes for each recommendation, the sentence they give, votes, dissents, who is in the room (docs/rules/deciding.md)."""
