"""The running service: loops, sockets, settings, start and stop."""
