"""The keys of a laptop: what wraps them, who may open them, and when they are put away again."""
