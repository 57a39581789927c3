"""What somebody judges, written on a draft."""
