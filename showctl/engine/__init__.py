"""Everything between a command and an output: player, mixer, dispatcher."""
