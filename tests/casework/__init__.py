"""What a case is and what commands do to it, as properties that hold for whatever anybody sends."""
