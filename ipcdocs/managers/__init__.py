"""Python objects that live in a server process."""
