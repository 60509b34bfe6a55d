"""Personnel figures as files."""
