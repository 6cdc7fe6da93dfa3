"""Before the work: unlocking with the passphrase, and setting up a laptop with a one-time code."""
