"""A program as a reader has it, and what the commands for readers' programs say of it."""
