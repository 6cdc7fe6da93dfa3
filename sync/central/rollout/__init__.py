"""What the server hands out to everybody: policy, configuration, versions."""
