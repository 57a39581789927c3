"""What is past its day, falls due soon, or was put off."""
