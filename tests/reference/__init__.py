"""Checks against published figures that are kept outside the repository."""
