"""A committee's spreadsheet: its sheets and columns, read into a plan of changes, and written."""
