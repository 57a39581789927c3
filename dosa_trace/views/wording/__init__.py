"""What several views say in one way: the frame, marks, beginnings, amounts."""
