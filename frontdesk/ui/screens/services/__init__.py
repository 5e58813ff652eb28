"""Services: which office serves which article."""
