"""Measurements. They assert nothing; `make bench` runs them."""
