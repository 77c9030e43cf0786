"""Types of every record in the dataset."""
