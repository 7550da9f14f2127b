"""Every Word file that planforge writes, held against ISO/IEC 29500."""
