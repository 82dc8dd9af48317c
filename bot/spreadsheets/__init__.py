"""Spreadsheet files in and out. Foreign files are opened in a child process with limits."""
