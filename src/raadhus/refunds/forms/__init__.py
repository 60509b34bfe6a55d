"""The forms of refunds, a file for each topic."""
