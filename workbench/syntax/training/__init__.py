"""How the weights of the syntax pipeline are trained; nothing here runs when the program does."""
