"""What 分别 and lists hand out, and in which order."""
