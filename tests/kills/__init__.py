"""kill -9 at random, of laptops, server and PostgreSQL; afterwards all histories are compared."""
