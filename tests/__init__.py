"""What this system promises, as tests: one folder for each part, real parts wherever there are any."""
