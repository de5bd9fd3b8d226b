"""What every report says of how it came to be, and of what it does not prove."""

_METHOD = """
**Finding claims.** A program read the text by fixed rules and proposed statements that can be checked. It knows neither
the world nor the people named, it misses claims, and it proposes some that are none. A claim entered by hand came from
a person.

**Check-worthiness** is a number between 0 and 1 that is made up of the reasons named beside it. It decides what is
looked at first. It says nothing about truth.

**Rating.** People gave each rating, on the scale named beside it and with the reasons written below it. No program set
or proposed one. A claim without a rating was not judged: it is neither confirmed nor doubted here.

**Sources.** Each is numbered, with what the desk knows of it. “Entered by hand” means that a reviewer typed it in: the
desk kept no capture and no hash, so the page can have changed since, or be gone. Where an archived copy, a time of
retrieval or a hash is missing, there is none. A confidential document is counted, never described.

**Counting sources.** Sources that tell the word of one agency, share half of their text, or come from one outlet or
author count as one. The desk compares the texts that it captured and heeds what reviewers say; in doubt two are one.
That sources count as several does not prove that they know it from different people.

**Numbers.** A program sets a number of a claim beside the one in the words of a source that is of the same unit, thing
and time, and says how far apart they are. Where it can't tell that two are of the same, it claims neither agreement nor
a difference. What a difference means, people judge.

**Limits.** The words in bold are those of the text as the desk read it, with what stands around them. That a claim is
rated does not make the rest of the text right or wrong. Evidence is what was found and attached; the report does not
show that there is no other.
"""

OF_CLAIMS = tuple(" ".join(paragraph.split()) for paragraph in _METHOD.strip().split("\n\n"))
"""The paragraphs of the method note, in Markdown of our own, where claims stand with their check-worthiness."""

METHOD = tuple(paragraph for paragraph in OF_CLAIMS if not paragraph.startswith("**Check-worthiness**"))
"""Those of a finding, with which none stands."""
