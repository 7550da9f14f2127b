"""What works on the checkout itself: setting it up, the demo, pinning versions. Not part of the package."""
