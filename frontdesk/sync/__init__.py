"""Exchange between the desks of all sites: signed envelopes through folders or a hub. Without Qt.

What happened at desks travels as segments of the event log and is united; what head office
publishes travels as numbered releases. Receipts say what arrived.
"""
