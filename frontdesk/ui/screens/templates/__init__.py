"""The words of letters and papers."""
