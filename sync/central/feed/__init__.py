"""Feeds: what changed for whom, numbered by a counter row of the feed that is bumped last, without gaps."""
