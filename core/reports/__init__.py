"""core: documents - what prep and debrief say as a tree of plain data, and its rendering as PDF."""
