"""Show control: one GO moves lights, sound, video and the day."""

__version__ = "0.1.0"
