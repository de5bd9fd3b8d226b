"""The article that the demo takes in, written for this project."""
