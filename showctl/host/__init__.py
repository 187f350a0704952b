"""The engine process: builds engine, inputs, outputs and link server."""
