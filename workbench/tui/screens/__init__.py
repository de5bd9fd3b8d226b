"""The screens of the terminal desk."""
