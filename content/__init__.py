"""The words room: every sentence people read, per language, and how numbers are written."""
