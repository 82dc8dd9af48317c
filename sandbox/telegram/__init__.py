"""The Telegram Bot API, as strict as the real one. Knows nothing of Zalo."""
