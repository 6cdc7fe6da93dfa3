"""Offices, people, their laptops and the one-time codes that enrol them."""
