"""Findings and rules as text, JSON and Markdown. Modules here only format; they decide nothing."""
