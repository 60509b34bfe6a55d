"""The publication: its outline as data, the figures it is made of, and the Danish text with figures in place (docs/rules/personnel.md)."""
