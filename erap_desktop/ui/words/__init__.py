"""Sentences that several screens say in the same words."""
