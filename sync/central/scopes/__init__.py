"""Who may see what: the feeds of a person, and the feeds a case belongs to. Deny by default."""
