"""Tests of models and background work, without a window."""
