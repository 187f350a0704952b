"""Typed messages between console and engine."""
