"""Catalogues as git has them, read without laying them down."""
