"""How applications come in: read strictly, refused with a reason, turned into cases."""
