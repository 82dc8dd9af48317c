"""The Zalo Bot API, as far as it is documented. Knows nothing of Telegram."""
