"""What is true: values and rules. No SQL, no network, no clock."""
