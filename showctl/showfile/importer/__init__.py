"""Shows and cue lists of other programs, and spreadsheets, become a piece of a show file and a report."""
