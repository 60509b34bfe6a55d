"""Files from other systems, read into import rows. Their words stop here."""
