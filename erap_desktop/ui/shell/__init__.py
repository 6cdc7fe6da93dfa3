"""The window: it only wires rail, screens, strip, status bar and actions together."""
