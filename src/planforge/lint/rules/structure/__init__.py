"""PF1xx: chapters, headings, numbering, cross references."""
