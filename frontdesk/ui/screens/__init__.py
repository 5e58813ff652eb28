"""The screens, one folder a noun; they do not know each other."""
