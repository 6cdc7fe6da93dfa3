"""The laptop's side of a sync, one file a step. Sans-IO: store, transport and clock are ports. No Qt."""
