"""What both platforms know: time, faults, bots, phones, what was said. Answers no call."""
