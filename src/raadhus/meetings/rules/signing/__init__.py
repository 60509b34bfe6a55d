"""Signatures over minutes: leaves, tree, statements, seals, and their verification. Prose: docs/rules/signing.md."""
