"""Settings: how the program looks, sends and receives, and whom it is connected to."""
