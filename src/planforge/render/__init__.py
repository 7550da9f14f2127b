"""Render: from the plain data of a plan to the finished document.

context (plain data) → one sandboxed template of the house format → semantic page → DOCX, PDF, HTML.
The room checks nothing about the plan; importing it loads none of the writers' libraries.
"""
