"""Joins the desk (one person's opened profile) and the window: who sees what, when it locks, what it says."""
