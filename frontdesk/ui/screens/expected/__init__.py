"""Who is expected, by hour and host."""
