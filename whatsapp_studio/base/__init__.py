"""Base: what every room may use: clock, errors, events, texts, logs, paths, settings."""
