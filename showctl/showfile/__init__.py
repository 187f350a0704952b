"""YAML ↔ model: load, and problems that name file, line and remedy."""
