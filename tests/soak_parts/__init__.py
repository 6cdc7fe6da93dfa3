"""What `make soak` repeats for as long as it is told: each part has `run(deadline) -> counts`.

`deadline` is a moment of `time.monotonic()`. Counts add up over runs; a violation is raised, with its seed.
"""
