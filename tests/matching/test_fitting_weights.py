"""The two regressions find what the made-up data were made from, and weights are read as they were written."""

import numpy as np

from workbench.matching.training.fitting import Listed, fit_listwise, fit_logistic
from workbench.matching.weights import read_weights, shipped, written


def test_of_a_list_the_right_one_gets_the_highest_score() -> None:
    chance = np.random.default_rng(3)
    lists = []
    for _ in range(200):
        rows = chance.normal(size=(8, 3)) * [1.0, 10.0, 0.1]
        lists.append(Listed(rows, (np.arange(8) == np.argmax(rows @ [2.0, -0.2, 0.0])).astype(float)))
    weights = fit_listwise(lists, 1.0)
    hits = [np.argmax(one.rows @ weights) == np.argmax(one.right) for one in lists]
    assert np.mean(hits) > 0.95
    assert weights[0] > 0 > weights[1]


def test_how_likely_something_is() -> None:
    chance = np.random.default_rng(4)
    rows = chance.normal(size=(4_000, 2)) * [1.0, 5.0] + [3.0, 0.0]
    odds = rows @ [1.5, -0.2] - 4.0
    so = (chance.random(4_000) < 1 / (1 + np.exp(-odds))).astype(float)
    assert np.allclose(fit_logistic(rows, so, 0.1), [1.5, -0.2, -4.0], atol=0.4)


def test_weights_are_read_as_they_were_written() -> None:
    assert read_weights(written(shipped())) == shipped()
