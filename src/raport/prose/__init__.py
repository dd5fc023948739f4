"""An assessment told in sentences, in the reader's language."""
