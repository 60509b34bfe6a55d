"""The publication as PDF, DOCX, workbook and package: all of the same frozen content."""
