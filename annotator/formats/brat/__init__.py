"""brat standoff: texts with a file of annotations beside each."""
