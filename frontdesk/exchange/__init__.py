"""Everything that comes in or goes out as files or paper; nothing here knows Qt."""
