"""The open complaints, the soonest due first."""
