"""Wire formats and senders: a pure encoder and a tiny sender each."""
