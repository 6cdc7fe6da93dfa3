"""The laptop's side of a sync, one file a step. Sans-IO: store, transport, clock and chance are ports. No Qt."""
