"""What the inspector shows of each type of cue: one table a type, and the page that is made of them."""
