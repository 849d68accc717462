"""Publishing: what goes out, what stops it, and what a repository already gives away."""
