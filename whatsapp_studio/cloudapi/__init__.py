"""Cloud API: our values in Meta's words, and back."""
