"""What asks a question and gives back an answer."""
