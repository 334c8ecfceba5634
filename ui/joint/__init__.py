"""ui: the joint page, the one page that may face the counterpart."""
