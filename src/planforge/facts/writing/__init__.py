"""One way of writing: full-width digits, blanks, broken lines, traditional script; where clauses end."""
