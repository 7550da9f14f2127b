"""The outline typed: document elements, chapters, tasks, ledger, references, numbering."""
