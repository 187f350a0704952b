"""The open show, and the engine that plays it."""
