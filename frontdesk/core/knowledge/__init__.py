"""Knowledge: the articles from which the desk answers."""
