"""The writer for the web: semantic page → one self-contained HTML file."""
