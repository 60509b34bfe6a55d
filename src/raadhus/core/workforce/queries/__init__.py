"""Reads of payroll's facts; every look-up of people asks for its own permission and leaves a trace."""
