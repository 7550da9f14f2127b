"""A read-only look into Word files: safe zip, safe XML, paragraphs and tables. The writers never import it."""
