"""A reviewed DOCX comes back: what was edited in it is read, matched with the plan, and put into the YAML.

base        what the DOCX said when it was built (a part of the file itself)
resolve     what it says now, tracked changes accepted or rejected
pairing     which paragraph now is which paragraph then
present     what the plan prints now, in the meantime perhaps another version
hunks       what changed within a text, on both sides
splicing    text edits as splices of the YAML
structure   paragraphs, blocks and rows that came, went or moved
notes       comments as review notes
merging     all of it in order; the result is an `Outcome`
"""
