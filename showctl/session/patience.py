"""How long a session waits for its engine, in seconds."""

START_WITHIN = 20.0
"""Seconds for an engine to come up; on a machine that is busy booting it has taken more than five."""
LOOK_EVERY = 0.1
"""Seconds between looks at what the console wants and what the engine plays."""
PING_EVERY = 0.5
SILENT_AFTER = 5.0
"""Seconds without any answer after which an engine is taken for dead and ended: ten pings. It has threads for the link
alone, so that a busy dispatcher does not keep it from answering."""
STOP_WITHIN = 3.0
"""Seconds for an engine to end cleanly."""
