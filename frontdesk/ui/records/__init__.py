"""What admins keep up to date, all in one style: a list to filter at the left, a form at the right.

A noun is described by its fields and by what core does with it (`record.Noun`); list, form, drafts,
undo and errors beside the fields are the same for all. `ui/screens/<noun>` holds the descriptions.
"""
