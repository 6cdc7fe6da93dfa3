"""Known killers of sync engines, each as one changed line, and the proof that it would not get through."""
