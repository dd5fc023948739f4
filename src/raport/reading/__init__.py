"""What people say, read as values: days first (`raport.reading.dates`). Words of a language are data."""
