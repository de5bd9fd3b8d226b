"""What threads send to the app."""

from collections.abc import Callable

from textual.message import Message


class DeskAnswered(Message):
    """A call has ended; ``deliver`` hands its answer to whoever asked, in the app's own thread."""

    def __init__(self, deliver: Callable[[], None]) -> None:
        self.deliver = deliver
        super().__init__()


class DeskBroke(Message):
    """A call ended in a bug."""

    def __init__(self, problem: BaseException) -> None:
        self.problem = problem
        super().__init__()
