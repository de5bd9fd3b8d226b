"""Two small regressions: which of a list is the right one, and whether something is so. Both have a ridge."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_ROUNDS, _ENOUGH, _SMALLEST = 30, 1e-4, 1e-3


class Listed(NamedTuple):
    """The features of a list, a row each, and which rows are right."""

    rows: Numbers
    right: Numbers


def fit_listwise(lists: Sequence[Listed], ridge: float) -> Numbers:
    """Fit a softmax over each list by Newton's method; give the coefficients of the features as they are."""
    spread = np.vstack([one.rows for one in lists]).std(0) + 1e-9
    scaled = [Listed(one.rows / spread, one.right / one.right.sum()) for one in lists]
    weights = np.zeros(len(spread))
    for _ in range(_ROUNDS):
        slope, bend = ridge * weights, ridge * np.eye(len(weights))
        for one in scaled:
            likely = _softmax(one.rows @ weights)
            mean = one.rows.T @ likely
            slope = slope + one.rows.T @ (likely - one.right)
            bend = bend + (one.rows.T * likely) @ one.rows - np.outer(mean, mean)
        step = np.asarray(np.linalg.solve(bend, slope), np.float64)
        weights = _stepped(weights, step, scaled, ridge)
        if np.abs(step).max() < _ENOUGH:
            break
    return np.asarray(weights / spread, np.float64)


def fit_logistic(rows: Numbers, so: Numbers, ridge: float) -> Numbers:
    """Fit by Newton's method; give the coefficients of the features as they are, the constant last."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.hstack([(rows - middle) / spread, np.ones((len(rows), 1))])
    ridges = ridge * np.eye(scaled.shape[1])
    ridges[-1, -1] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-(scaled @ weights)))
        slope = scaled.T @ (likely - so) + ridges @ weights
        bend = scaled.T @ (scaled * (likely * (1 - likely))[:, None]) + ridges
        weights = weights - np.linalg.solve(bend, slope)
    plain = weights[:-1] / spread
    return np.asarray(np.append(plain, weights[-1] - plain @ middle), np.float64)


def _softmax(scores: Numbers) -> Numbers:
    shares = np.exp(scores - scores.max())
    return np.asarray(shares / shares.sum(), np.float64)


def _stepped(weights: Numbers, step: Numbers, lists: Sequence[Listed], ridge: float) -> Numbers:
    """Go the step, or the greatest half, quarter of it that makes things better."""
    share, before = 1.0, _loss(weights, lists, ridge)
    while _loss(weights - share * step, lists, ridge) > before and share > _SMALLEST:
        share /= 2
    return weights - share * step


def _loss(weights: Numbers, lists: Sequence[Listed], ridge: float) -> float:
    loss = ridge * float(weights @ weights) / 2
    for one in lists:
        scores = one.rows @ weights
        loss += float(np.log(np.exp(scores - scores.max()).sum()) + scores.max() - one.right @ scores)
    return loss
