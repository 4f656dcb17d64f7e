"""The only room that knows SQL. Services come in; frozen model values go out, never live rows."""
