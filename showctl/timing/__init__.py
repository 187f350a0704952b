"""Pure arithmetic of time: nothing here reads a clock."""
