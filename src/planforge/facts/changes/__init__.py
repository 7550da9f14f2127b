"""What a percentage, a 倍 or a 番 says, and from when it is reckoned."""
