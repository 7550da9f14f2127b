"""Charts in a DOCX: parts of their own that Word, WPS and LibreOffice draw, with the workbook to edit them by."""
