"""The team: who has how much, whose cases they are, and moving many of them at once."""
