"""What text is typed into: fields, and screens where keys wait until the first field has the focus."""


class TypedField:
    """A field that text is typed into: letters are no commands there."""


class TypedInto:
    """The part of such a screen that knows when keys can be taken."""

    _reached = False

    def on_descendant_focus(self) -> None:
        """Take keys from now on."""
        self._reached = True

    def takes_keys(self) -> None:
        """Take keys without a field."""
        self._reached = True

    def holds_key(self, key: str) -> bool:
        """Say whether a key has to wait; a paste is no key, ``""``."""
        del key
        return not self._reached
