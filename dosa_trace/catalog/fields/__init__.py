"""The one table of fields: values become records by it."""
