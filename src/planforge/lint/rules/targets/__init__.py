"""PF6xx: targets, the tasks that carry them, and the organs that answer for both."""
