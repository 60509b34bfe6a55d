"""The pages of payroll's facts."""
