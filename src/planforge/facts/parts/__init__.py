"""What 其中 divides; shares and their wholes."""
