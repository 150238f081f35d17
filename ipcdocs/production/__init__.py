"""What a program with several processes meets when it runs for long: logs, clean-up, hangs."""
