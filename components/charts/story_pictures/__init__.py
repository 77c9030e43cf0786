"""A drawn picture for each step of the mechanism story, split by subject; gallery.py puts them together."""
