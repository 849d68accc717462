"""Turn a job search kept as plain files into a site whose every claim can be checked."""

__version__ = "0.1.0"
