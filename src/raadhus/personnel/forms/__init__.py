"""The forms of personnel figures, a file for each topic."""
