"""Use cases, a module a verb: they own the order of things and know what day it is."""
