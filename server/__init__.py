"""Parts of the server that `serve.py` puts together."""
