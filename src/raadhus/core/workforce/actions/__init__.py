"""Every write of payroll's facts, sources and retention."""
