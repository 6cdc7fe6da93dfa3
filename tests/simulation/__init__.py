"""Seeded stories: several laptops, one server, a bad line and people who contradict each other."""
