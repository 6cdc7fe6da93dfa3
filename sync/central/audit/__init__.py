"""The audit: an append-only Merkle tree (RFC 9162) over every stored command, with signed heads."""
