"""A library to finished pages: prose through markdown-it-py, everything else through Jinja."""
