"""The articles that send people wrong."""
