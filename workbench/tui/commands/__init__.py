"""One class for each thing a person can do in the terminal desk."""
