"""What comes from outside and becomes commands."""
