"""Tests of what a caseworker, supervisor or administrator sees."""
