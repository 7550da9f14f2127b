"""Measures a finished DOCX or PDF, ours or not, against the clauses of GB/T 9704-2012.

It shares no code with the writers, so that it can find their faults. `clauses.yaml` is the table; a reader turns the
file into plain measured data; `elements.py` says what is what by how it looks; `groups/` measures, one module a group
of clauses; `run.py` puts the outcome together.
"""
