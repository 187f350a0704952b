"""The console's panels, a file each: layout, painting and signals only."""
