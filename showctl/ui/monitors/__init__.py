"""What is worked out for the monitors: cells, beams, lines of the log, findings. No widgets."""
