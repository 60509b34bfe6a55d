"""Refunds on paper: the guide on one page, and the calculation of a case as an appendix."""
