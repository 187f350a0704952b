"""The fields of the inspector: what a kind of field says of what is typed, without a window, and the widgets."""
