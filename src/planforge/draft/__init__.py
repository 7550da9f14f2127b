"""New plans: folders to begin from. What stands in them is data in `skeletons/`; nothing here judges or prints."""
