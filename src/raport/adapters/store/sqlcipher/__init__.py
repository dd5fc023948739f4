"""Django's SQLite backend over SQLCipher 4: the database file is sealed page by page."""
