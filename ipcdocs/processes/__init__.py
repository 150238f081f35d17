"""What a new process gets, and what it does not."""
