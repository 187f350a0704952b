"""Speed and memory, measured from outside: real packets on loopback, stamped by the kernel."""
