"""The indicator, tier and scope that words mean."""
