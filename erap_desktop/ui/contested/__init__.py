"""Contested decisions and late work, side by side, until a person entitled to it has chosen."""
