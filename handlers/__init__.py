"""What a message means. Handlers are plain functions of a Turn and cannot send."""
