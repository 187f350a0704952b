"""A show on paper: tables for people and for other programs."""
