"""What building a cue list comes to, without a window: edits of what is selected, typed or dropped."""
