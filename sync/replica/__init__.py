"""The laptop's copy: the outbox (precious) and the replica (disposable), both encrypted, and how
they are joined into what the screen shows."""
