"""What prose says in figures: which metric each one means, and whether it says so rightly."""
