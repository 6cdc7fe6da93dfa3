"""The same work done by this engine, by Anki and by PouchDB, over the same line, each with its own server."""
