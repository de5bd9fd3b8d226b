"""Pure rules of the desk: text, spans, dates, states, ratings."""
