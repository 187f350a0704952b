"""Qt item models over the show and the engine's snapshots."""
