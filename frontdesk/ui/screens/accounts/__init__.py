"""Who has which role, letters and PIN; the first administrator; the recovery code."""
