"""Writes a resolution in formats that other programs read."""
