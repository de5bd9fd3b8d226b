"""The optional sentence encoder: models in folders of the user's own, checked, tried, and run by onnxruntime. Nothing is downloaded."""
