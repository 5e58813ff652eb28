"""The call screen of the waiting room: a number, its office, and no names."""
