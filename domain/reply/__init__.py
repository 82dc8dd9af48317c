"""What a Vietnamese reply means: words, marks on them, parts by code, rules. The way in is
`understanding.understand`."""
