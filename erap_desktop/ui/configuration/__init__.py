"""Settings for laptops: edited, checked, pushed to an audience, and seen to arrive."""
