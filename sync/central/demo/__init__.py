"""Invented applications, drawn from the published margins of New Mexico's program, for trying things out."""
