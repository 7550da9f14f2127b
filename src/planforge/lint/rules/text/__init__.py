"""PF4xx: the words themselves: damage, punctuation, figures in words, slips of the pen, fixed phrases and names.

Rules that need logic have a module each; those that are a list of words or patterns are entries of the tables in
`lint/packs/data`, and `phrases` makes rules of them.
"""
