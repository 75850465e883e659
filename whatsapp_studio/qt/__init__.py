"""Qt: the windows. They ask the Studio and hold no rules."""
