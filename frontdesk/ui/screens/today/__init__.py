"""Today at this desk: promises that are due, and who was here."""
