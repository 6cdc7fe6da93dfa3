"""Taking commands in: one transaction for command, verdict, effects and feed entries."""
