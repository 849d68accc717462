"""Records to what prose may say of them: metrics, their names and values, one index."""
