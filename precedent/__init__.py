"""Reads what was agreed: the anatomy of a resolution, its readers, and the index of earlier texts."""
