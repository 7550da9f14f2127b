"""All rules, by family: source (PF0xx), structure (PF1xx), figures (PF2xx), text (PF4xx), document (PF5xx)."""
