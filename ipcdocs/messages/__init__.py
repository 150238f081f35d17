"""Messages between processes: queues and pipes, and how those that use them come to an end."""
