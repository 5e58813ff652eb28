"""The desk: one box, its results, and the answer on screen without a click."""
