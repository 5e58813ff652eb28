"""F5: a promise in the ledger, with the hour by which it is kept."""
