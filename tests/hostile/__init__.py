"""Hostile and broken input: one message, the documented exit code, nothing lost, bounded time and memory."""
