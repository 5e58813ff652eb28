"""The nouns of the desk, one module each. Operations take `tx` or `db` first, nothing knows Qt."""
