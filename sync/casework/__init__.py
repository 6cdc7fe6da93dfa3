"""What a case is, and what a command does to it. Pure: no I/O, no clock, no randomness."""
