"""The bots that the service is measured beside: bare echoes, as their documentation shows them."""
