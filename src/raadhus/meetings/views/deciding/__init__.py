"""The pages of a meeting that is being held."""
