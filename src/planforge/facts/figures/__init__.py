"""What stands there: value, precision, bound and unit of each figure; what only names something is left out."""
