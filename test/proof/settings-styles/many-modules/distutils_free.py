def to_bool(text):
    return text.strip().lower() in {"1", "on", "true", "yes"}
