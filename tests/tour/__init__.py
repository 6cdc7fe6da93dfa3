"""Pictures of every screen: the real application against a real server, through the main job."""
