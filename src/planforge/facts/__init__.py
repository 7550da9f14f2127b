"""From text to statements: figures are found, understood, and linked to what they speak of.

Grammar is code, vocabulary is data (`vocabulary/*.yaml`), arithmetic is exact (`Fraction`). This room says what
the plan states and whether two statements can both be true; how bad that is and how it is worded is for `lint`.
"""
