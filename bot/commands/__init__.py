"""What `python -m bot COMMAND` does, a file for each subject."""
