"""What the rules on figures share: what of a plan is put beside what, and how a finding on it is told."""
