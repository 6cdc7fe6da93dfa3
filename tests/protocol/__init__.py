"""What crosses the wire, and what happens to it on the way."""
