"""Benchmarks: each figure beside what it is compared with. Nothing here is a timed test."""
