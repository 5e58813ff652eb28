"""The one place that opens SQLite: connections, transactions, migrations, events, backup, check."""
