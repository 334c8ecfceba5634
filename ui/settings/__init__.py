"""ui: the settings of the program itself."""
