"""F6: the queue of an office, worked by one key each, also on behalf of another office."""
