"""The server, tested with its real store and real files."""
