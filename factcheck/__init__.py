"""factcheck is `diff` for facts: what several articles on one story say alike, and where they differ."""

__version__ = "0.1.0"
