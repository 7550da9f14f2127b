"""The redline: the bodies of two versions, written by the same writer, woven into one with tracked changes.

`likeness` and `chain` find what belongs together, `align` lines two sequences up, `flow` and `paragraph` mark words,
`table` rows, `weave` puts it in order, `document` makes the file.
"""
