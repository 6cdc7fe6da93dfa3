"""The vault as a specification: who can open a laptop, who cannot, and what no accident may do."""
