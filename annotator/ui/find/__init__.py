"""Finding: the bar in the article, and the page of all hits in the corpus."""
