"""Published findings as a set of static HTML pages, which need no script and load nothing from elsewhere."""
