"""What the patch page shows and does, without a widget."""
