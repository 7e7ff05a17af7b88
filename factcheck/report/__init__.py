"""Reports: one writer a format. Nothing of an article reaches a medium but through `safe`."""
