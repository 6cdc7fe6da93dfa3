"""Qt item models and background work over plain rows, testable without a window."""
