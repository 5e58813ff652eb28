"""F4: a complaint on record; the text is enough."""
