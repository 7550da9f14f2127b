"""From a table to statements: where the head ends, what columns and rows hold, what a cell says."""
