"""Pools of worker processes: what tasks may be given, and what comes back."""
