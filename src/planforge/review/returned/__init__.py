"""A reviewed DOCX comes back: what was edited in it is read, matched with the plan, and put into the YAML.

base        what the DOCX said when it was built (a part of the file itself)
resolve     what it says now, tracked changes accepted or rejected
pairing     which paragraph now is which paragraph then
present     what the plan prints now, in the meantime perhaps another version
already     what the plan says already, most of all when the file was merged before
hunks       what changed within a text, on both sides
splicing    text edits as splices of the YAML
structure   paragraphs, blocks and rows that came, went or moved
copied      references in words that were moved or copied
things      pictures, line breaks, levels of headings, headers and footers: told, not written
notes       comments as review notes
merging     all of it in order; the result is an `Outcome`
"""
