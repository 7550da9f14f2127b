"""Files in and out: reading within bounds, YAML nodes with places, schema validation, edits, atomic writing.

This room knows files and their syntax; what an indicator or a chapter is, it does not know.
"""
