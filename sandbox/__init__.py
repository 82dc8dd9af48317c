"""A local platform that stands for Telegram and Zalo. The product never imports it."""
