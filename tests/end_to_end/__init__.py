"""The whole, by its command lines: a real server, real laptops, and a link that does its worst."""
