"""Tests of what is looked at: run offscreen, by real keys where keys matter."""
