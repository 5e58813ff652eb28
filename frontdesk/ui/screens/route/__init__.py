"""F3: to the right office, with the right papers and a number."""
