"""db: the verbs, one file a noun; each is one transaction and one entry of the journal."""
