"""The forms of obligations and standing decisions."""
