"""HSDS, the exchange format of service directories (Open Referral), versions 1.1, 3.0 and 3.1.

A service is an article, a location an office, a service at a location tells which office gives it.
What cannot be is told row by row and left out; all that is sound is written in one transaction.
"""
