"""What a case is and how laptops and the central server agree on it. Knows nothing of Qt."""
