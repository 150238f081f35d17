"""One small job, done in six ways."""
