"""Power cuts: what a laptop process wrote is recorded, and replayed onto a medium that loses the unsynced."""
