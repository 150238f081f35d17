"""Every program that the cookbook shows, and beside each what it printed."""
