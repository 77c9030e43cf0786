"""What people take home on paper: pure functions from facts and words to tagged PDF files."""
