"""Synthetic payroll of the demonstration municipality: pure and deterministic, read by the house through its public import."""
