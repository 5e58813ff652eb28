"""The causes of complaints, and what is being done against them."""
