"""What a researcher's life's work is made of: plain frozen values that know no framework and no output."""
