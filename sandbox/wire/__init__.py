"""Requests in, replies and webhook calls out. No rule of a platform lives here."""
