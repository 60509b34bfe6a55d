"""The pages of personnel figures."""
