"""The look of a light cue: its tracking sheet, and what is changed in it."""
