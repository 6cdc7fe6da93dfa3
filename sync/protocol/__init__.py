"""What crosses the wire: envelopes, exchange messages, frames, patches, digests, sealing and signing. No I/O."""
