"""The engine between real stores and the real server's service, without a socket between them."""
