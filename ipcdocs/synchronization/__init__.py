"""How processes wait for each other: locks, semaphores, events, conditions, barriers."""
