"""What people and tests do to the world: phones, texts, taps, groups, faults. Answers no call."""
