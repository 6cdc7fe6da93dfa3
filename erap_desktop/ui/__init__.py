"""Everything that is looked at: the window, the screens, and what they are made of."""
