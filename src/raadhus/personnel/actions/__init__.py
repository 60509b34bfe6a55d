"""Every write of personnel figures."""
