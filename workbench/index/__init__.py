"""The search index: a folder of tantivy's that can be made anew at any time, behind ``SearchIndex``."""
