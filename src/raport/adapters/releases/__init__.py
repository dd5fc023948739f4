"""Releases of packs: one file with every file of a pack and a note that two people signed."""
