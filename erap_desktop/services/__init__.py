"""What a person can do, in terms of casework commands: the same for the screens and for the command line."""
