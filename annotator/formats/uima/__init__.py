"""UIMA CAS, as XMI and as JSON, and archives that hold it."""
