"""How a chart of the page is drawn: the same marks, arranged once, for PDF and web; Word draws its own."""
