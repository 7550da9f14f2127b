"""Word files: safe zip, safe XML, paragraphs and tables; and comments in a copy of one. The writers never import it."""
