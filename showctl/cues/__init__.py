"""The cue types, one file each: what is written, how long it takes, and what it does."""
