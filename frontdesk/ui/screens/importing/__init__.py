"""What offices have already, brought in: file, columns, dry run, import, undo."""
