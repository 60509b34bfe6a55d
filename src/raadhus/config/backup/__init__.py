"""The whole installation in one file, and back again: docs/operation.md and decision 0402."""
