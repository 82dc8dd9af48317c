"""Measurements and long fault runs, beside their peers."""
