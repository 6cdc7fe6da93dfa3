"""The server's database: the same tables on PostgreSQL and on embedded SQLite, and who may open it how."""
