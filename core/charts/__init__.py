"""core: charts as data, built by pure functions and drawn alike on screen and in documents."""
