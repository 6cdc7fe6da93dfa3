"""Schema steps of the server, applied by Alembic."""
