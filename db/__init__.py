"""What is kept. All SQL is here, and nothing else."""
