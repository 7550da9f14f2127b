"""The pages for the web, in a browser."""
