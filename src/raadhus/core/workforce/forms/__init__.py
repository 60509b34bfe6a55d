"""The forms of payroll intake: what a person writes, before an action judges it."""
