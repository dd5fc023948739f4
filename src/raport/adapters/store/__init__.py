"""The tables of one vault: Django models on SQLCipher, and nothing else. Rows leave as frozen values."""
