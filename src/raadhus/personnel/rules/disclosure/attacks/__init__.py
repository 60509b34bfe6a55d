"""The attacks on what is published, as functions: they run in CI and as a gate in each load (docs/rules/personnel-disclosure.md).

They share no code with the audit that they examine beyond the cells themselves.
"""
