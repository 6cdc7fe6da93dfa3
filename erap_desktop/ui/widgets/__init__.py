"""Small parts that more than one screen is made of, each in its own file."""
