"""Kinds of fact, one file each: it finds, compares and shows its kind."""
