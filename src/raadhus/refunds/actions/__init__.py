"""Every write of refunds."""
