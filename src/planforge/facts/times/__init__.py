"""Which years and parts of a year words mean, and which of them a figure belongs to."""
