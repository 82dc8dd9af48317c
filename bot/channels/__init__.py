"""The platforms that carry messages, each behind the same small interface."""
