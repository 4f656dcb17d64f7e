"""All of Qt: the window, its parts and its words. No rules of the domain live here."""
