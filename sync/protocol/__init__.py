"""What crosses the wire: envelopes, messages, frames, patches, digests, sealing, signing. No I/O."""
