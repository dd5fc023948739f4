"""Acts, provisions, terms and competences, as packs give them; the version in force on a day."""
