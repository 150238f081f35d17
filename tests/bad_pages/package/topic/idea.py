"""An idea."""
