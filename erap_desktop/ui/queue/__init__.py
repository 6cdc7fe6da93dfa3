"""The queue: every case on this laptop in saved views, searched and filtered as one types; a peek pane."""
