"""Rule packs: those that come with the program, and the copies that an office changes."""
