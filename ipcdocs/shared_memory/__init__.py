"""Memory that several processes map: Value and Array."""
