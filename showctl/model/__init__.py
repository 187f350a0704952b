"""What a show is: frozen values that know nothing of files, clocks, sockets or screens."""
