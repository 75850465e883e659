"""Connection: the wizard that connects an account at Meta."""
