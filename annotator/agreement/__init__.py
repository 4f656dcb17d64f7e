"""How far annotators agree: pairs, clusters of differences, and measures, each with its source. Pure."""
