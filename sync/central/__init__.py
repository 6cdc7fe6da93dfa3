"""The server: its store, its feed, its verdicts, and every way work comes in and goes out."""
