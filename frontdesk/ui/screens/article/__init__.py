"""Writing an article, and its life: review, publish, verify, versions, retire."""
