"""Existing documents as outlines: TXT, Markdown, DOCX. No text is refused: what is not understood is a paragraph.

Each format gives the same pieces (paragraphs and tables, with hints); what they mean is told in one place.
"""
