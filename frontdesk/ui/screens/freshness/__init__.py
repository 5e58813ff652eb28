"""The freshness board: which articles to look at again."""
