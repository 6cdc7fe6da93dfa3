"""The sync centre: is my work at the office, what waits, what needs me, and what stands in the way."""
