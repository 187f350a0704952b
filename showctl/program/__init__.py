"""Show → Program: what the engine plays, compiled cue by cue."""
