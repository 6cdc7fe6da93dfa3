"""Fuzzing: whatever arrives, decoders raise only our own errors, and the server answers with a refusal."""
