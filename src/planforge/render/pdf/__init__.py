"""The PDF writer: semantic page → HTML and CSS → WeasyPrint."""
