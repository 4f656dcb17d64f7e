"""What is told when the program itself failed: the one dialog, and the report that a person may hand on."""
