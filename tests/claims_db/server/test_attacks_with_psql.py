"""What a reviewer's login must not do, tried past the program: the server refuses each."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import text

from claims_db.engine import Engine, open_engine, reading
from claims_db.journal.verify import verify
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.media_vocabulary import MediaKind
from claims_db.repositories.logs import NewReplyRequest, NewSearchEntry
from claims_db.repositories.reviews import NewEvidence, NewSource
from claims_db.repositories.writing import key
from claims_db.rows import MatchWith, Medium, PriorEntry, SpanRow
from claims_db.tables import METADATA, Comment, Finding, Lease, Publication, Verdict
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, DraftField, EvidenceForm, Role, SkipReason, Stance
from tests.claims_db.conftest import new_article, new_claim
from tests.conftest import Clock, Ids
from tests.server_desk import ServerDesk

Raw = psycopg.Connection[tuple[object, ...]]

BEN, CID = ("(SELECT id FROM reviewer WHERE login = 'ben')", "(SELECT id FROM reviewer WHERE login = 'cid')")
RATING = "(SELECT min(id) FROM rating)"


def claim(number: int) -> str:
    return f"(SELECT id FROM claim WHERE number = {number})"


def work(engines: dict[str, Engine], who: str, action: Action, clock: Clock, ids: Ids) -> UnitOfWork:
    with reading(engines[who]) as connection:
        query = text("SELECT public_id FROM reviewer WHERE login = :login")
        actor = str(connection.execute(query, {"login": who}).scalar_one())
    return UnitOfWork(engines[who], action, actor, clock, ids)


@pytest.fixture
def team(server: ServerDesk, clock: Clock) -> Iterator[dict[str, Engine]]:
    """Give a desk with an admin, an editor and two reviewers, cid's work on it, and everybody's connections.

    C-1 was recorded by cid, C-2 set aside by cid, C-3 waits for a second verdict after cid's, C-4 was recorded by
    ben, C-5 is held by cid, C-6 was signed off and published by the editor, C-7 was taken in by cid from an article.
    """
    engines, ids = {}, Ids()
    for name, role in (("ana", Role.ADMIN), ("eve", Role.EDITOR), ("ben", Role.REVIEWER), ("cid", Role.REVIEWER)):
        server.person(name, role)
        engines[name] = open_engine(server.url(name))
    with work(engines, "ana", Action.CLAIM_ADDED, clock, ids) as adding:
        adding.articles.add_claims([new_claim(f"Claim {number}.") for number in range(1, 7)])
    with work(engines, "ana", Action.ARTICLE_TAKEN_IN, clock, ids) as adding:
        where = adding.articles.add(new_article())
    with work(engines, "cid", Action.CLAIM_TAKEN_IN, clock, ids) as adding:
        adding.articles.add_claims([new_claim("Claim 7.", span=SpanRow(0, 14, 0, 14))], where)
    for number, who, state in (
        (1, "cid", ClaimState.RECORDED),
        (3, "cid", ClaimState.SECOND_REVIEW),
        (4, "ben", ClaimState.RECORDED),
        (6, "cid", ClaimState.RECORDED),
    ):
        with work(engines, who, Action.VERDICT_RECORDED, clock, ids) as recording:
            recording.reviews.record(number, "false", "Because.", blind=False)
            recording.queues.set_state(number, state)
    with work(engines, "cid", Action.CLAIM_SKIPPED, clock, ids) as doing:
        doing.reviews.skip(2, SkipReason.OPINION, "")
        doing.queues.set_state(2, ClaimState.SKIPPED)
        doing.reviews.attach(1, NewEvidence(EvidenceForm.NOTE, Stance.REFUTES, "", "", "Seen.", NewSource()))
        doing.media.add(1, Medium(MediaKind.VIDEO, ("https://example.org/film",)))
        doing.logs.looked(1, NewSearchEntry("The archive", "ferry", "", 1))
        doing.logs.asked(1, NewReplyRequest("The mayor", "", "Is it so?", 1, None))
        doing.priors.take_in({"key": PriorEntry("The ferry sank.", "https://example.org/check")}, "feed.json")
        doing.matches.decide(1, MatchWith(prior=1), Relation.SAME, MatchDecision.ACCEPTED)
        doing.reviews.save_draft(5, DraftField.VERDICT, "half a thought", 1)
        me = doing.people._writing
        me.add(Comment(claim_id=key(me.claim(1)), reviewer_id=me.reviewer_id, body="Look again.", written_at=1))
        me.add(Lease(claim_id=key(me.claim(5)), reviewer_id=me.reviewer_id, token=3, expires_at=1))
    with work(engines, "ben", Action.EVIDENCE_ATTACHED, clock, ids) as doing:
        memo = NewSource(title="A memo", confidential=True)
        doing.reviews.attach(4, NewEvidence(EvidenceForm.LINK, Stance.REFUTES, "Seen.", "", "", memo))
    with work(engines, "eve", Action.FINDING_SIGNED_OFF, clock, ids) as signing:
        me = signing.people._writing
        verdict = me.one(Verdict, claim_id=me.claim(6).id)
        assert verdict is not None
        signed = {"signed_off_by_id": me.reviewer_id, "signed_off_at": 1}
        finding = Finding(claim_id=key(me.claim(6)), verdict_id=key(verdict), **signed)
        me.add(finding)
        me.add(Publication(finding_id=key(finding), number=1, published_by_id=me.reviewer_id, published_at=1))
        signing.queues.set_state(6, ClaimState.PUBLISHED)
    yield engines
    for engine in engines.values():
        engine.dispose()


def rows(server: ServerDesk) -> dict[str, list[tuple[object, ...]]]:
    """Give everything that the desk holds."""
    with server.cluster.connect(server.name) as connection:
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1'.encode()).fetchall()
            for name in METADATA.tables
        }


ATTACKS = {
    "change a verdict of another": f"UPDATE verdict SET retracted_at = 1 WHERE reviewer_id = {CID}",
    "change the words of one's own verdict": f"UPDATE verdict SET rationale = 'x' WHERE reviewer_id = {BEN}",
    "remove a verdict of another": f"DELETE FROM verdict WHERE reviewer_id = {CID}",
    "remove one's own verdict": f"DELETE FROM verdict WHERE reviewer_id = {BEN}",
    "give one's verdict to another": f"UPDATE verdict SET reviewer_id = {CID} WHERE reviewer_id = {BEN}",
    "write a verdict in another's name": "INSERT INTO verdict "
    "(public_id, version, claim_id, rating_id, rationale, reviewer_id, recorded_at, round) "
    f"VALUES ('v', 1, {claim(5)}, {RATING}, 'x', {CID}, 1, 1)",
    "change evidence of another": f"UPDATE evidence SET retracted_at = 1 WHERE reviewer_id = {CID}",
    "change the words of evidence": "UPDATE evidence SET note = 'x'",
    "rewrite one's own evidence": f"UPDATE evidence SET excerpt = 'x' WHERE reviewer_id = {BEN}",
    "make one's own confidential evidence public": f"UPDATE evidence SET confidential = false WHERE reviewer_id = {BEN}",
    "make a confidential source public": "UPDATE source SET confidential = false",
    "call a source erased": "UPDATE source SET erased_at = 1",
    "take back a request for a reply of another": "UPDATE reply_request SET retracted_at = 1",
    "change what somebody asked": "UPDATE reply_request SET question = 'x'",
    "say that a film is about another claim": f"UPDATE media_item SET claim_id = {claim(2)}",
    "say that another has shown a film": f"UPDATE media_item SET reviewer_id = {BEN}",
    "remove a film": "DELETE FROM media_item",
    "change what somebody asked others to correct": "UPDATE correction_request SET request = 'x'",
    "remove a request for a correction": "DELETE FROM correction_request",
    "say to which party somebody belongs": "INSERT INTO claimer_group "
    "(public_id, version, claimer, name, since, until) VALUES ('g', 1, 'x', 'y', '', '')",
    "take back a search of another": "UPDATE search_entry SET retracted_at = 1",
    "remove a search": "DELETE FROM search_entry",
    "take back what another said of a match": "UPDATE match SET retracted_at = 1",
    "say another thing of a match": "UPDATE match SET relation = 'related', decision = 'rejected'",
    "move a match to another claim": f"UPDATE match SET claim_id = {claim(2)}",
    "remove a match": "DELETE FROM match",
    "say something of a match in another's name": "INSERT INTO match (public_id, version, claim_id, prior_check_id, "
    f"relation, decision, reviewer_id, decided_at) VALUES ('m', 1, {claim(1)}, (SELECT id FROM prior_check), 'same', "
    f"'accepted', {CID}, 1)",
    "take a prior check for another": "UPDATE prior_check SET key = 'x'",
    "say that a prior check came from elsewhere": "UPDATE prior_check SET feed = 'x', imported_at = 1",
    "remove a prior check": "DELETE FROM prior_check",
    "remove evidence": "DELETE FROM evidence",
    "write evidence in another's name": "INSERT INTO evidence (public_id, version, number, claim_id, form, stance, "
    f"excerpt, locator, note, reviewer_id, attached_at) VALUES ('e', 1, 99, {claim(1)}, 'note', 'refutes', '', '', "
    f"'x', {CID}, 1)",
    "change a comment": "UPDATE comment SET body = 'x'",
    "take back a comment of another": "UPDATE comment SET retracted_at = 1",
    "deal with a comment in another's name": f"UPDATE comment SET resolved_by_id = {CID}",
    "remove a comment": "DELETE FROM comment",
    "change a skip of another": "UPDATE skip SET retracted_at = 1",
    "remove a skip": "DELETE FROM skip",
    "change a draft of another": "UPDATE draft SET body = 'x'",
    "remove a draft of another": "DELETE FROM draft",
    "write a draft in another's name": "INSERT INTO draft (claim_id, reviewer_id, field, body, saved_at) "
    f"VALUES ({claim(1)}, {CID}, 'verdict', 'x', 1)",
    "take a claim in another's name": f"UPDATE lease SET reviewer_id = {CID}, token = token + 1",
    "hold a lease with an older token": f"UPDATE lease SET reviewer_id = {BEN}, token = token - 1",
    "call a tag otherwise": "UPDATE tag SET name = 'x'",
    "move a tag to another claim": f"UPDATE tag SET claim_id = {claim(1)}",
    "sign off": "INSERT INTO finding (public_id, version, claim_id, verdict_id, signed_off_by_id, signed_off_at, note) "
    f"VALUES ('f', 1, {claim(1)}, (SELECT id FROM verdict WHERE claim_id = {claim(1)}), {BEN}, 1, '')",
    "sign off one's own work": "INSERT INTO finding "
    "(public_id, version, claim_id, verdict_id, signed_off_by_id, signed_off_at, note) "
    f"VALUES ('f', 1, {claim(4)}, (SELECT id FROM verdict WHERE claim_id = {claim(4)}), {BEN}, 1, '')",
    "waive a rule": "INSERT INTO waiver (public_id, version, claim_id, rule, reason, round, reviewer_id, waived_at) "
    f"VALUES ('w', 1, {claim(1)}, 'open-comments', 'x', 1, {BEN}, 1)",
    "turn a rule off": "INSERT INTO lint_rule (public_id, version, rule, level) VALUES ('r', 1, 'open-comments', 'off')",
    "call a claim signed off": f"UPDATE claim SET state = 'signed_off' WHERE id = {claim(4)}",
    "call a claim published": f"UPDATE claim SET state = 'published' WHERE id = {claim(4)}",
    "call a published claim queued": f"UPDATE claim SET state = 'queued' WHERE id = {claim(6)}",
    "bring in a claim that is signed off": "INSERT INTO claim (public_id, version, number, state, kind, statement, "
    "language, via, said_on_zone, worth, reasons, assumptions, position, added_at, fold) "
    "VALUES ('c', 1, 99, 'signed_off', 'event', 'x', 'en', '[]', '', 1, '[]', '[]', 0, 1, '')",
    "change a claim's words": "UPDATE claim SET statement = 'x'",
    "change the words of a claim that another recorded": f"UPDATE claim SET statement = 'x' WHERE id = {claim(1)}",
    "change the words of a claim before one's own verdict": f"UPDATE claim SET statement = 'x' WHERE id = {claim(3)}",
    "change the words of a published claim": f"UPDATE claim SET statement = 'x' WHERE id = {claim(6)}",
    "give a claim that another recorded to somebody else": f"UPDATE claim SET claimer_id = NULL WHERE id = {claim(1)}",
    "change what was published of whom": f"UPDATE claim SET via = '[]', fold = 'x' WHERE id = {claim(6)}",
    "move a claim to another article": f"UPDATE claim SET article_id = NULL WHERE id = {claim(7)}",
    "change a claim's number": "UPDATE claim SET number = number + 1",
    "remove a claim": "DELETE FROM claim",
    "take back a claim that nobody took in by hand": f"SELECT claim_take_back((SELECT public_id FROM claim WHERE id = {claim(5)}))",
    "take back a claim that another took in": "SELECT claim_take_back((SELECT public_id FROM claim WHERE number = 7))",
    "call a claim of another one's own, then take it back": "DO $$ BEGIN INSERT INTO journal (action, group_id, "
    "reverses, entity, public_id, claim, payload_version) SELECT 'claim.taken_in', 'mine', '', 'claim', public_id, "
    "public_id, 3 FROM claim WHERE number = 7; "
    "PERFORM claim_take_back((SELECT public_id FROM claim WHERE number = 7)); END $$",
    "exchange what takes a claim back": "CREATE OR REPLACE FUNCTION claim_take_back(taken text) RETURNS void "
    "LANGUAGE sql AS $$ DELETE FROM claim $$",
    "take back where a claim stands": "SELECT appearance_take_back((SELECT min(public_id) FROM appearance))",
    "call where a claim stands one's own link, then take it back": "DO $$ BEGIN INSERT INTO journal (action, group_id, "
    "reverses, entity, public_id, claim, payload_version) SELECT 'claim.linked', 'mine', '', 'appearance', "
    "appearance.public_id, claim.public_id, 3 FROM appearance JOIN claim ON claim.id = appearance.claim_id; "
    "PERFORM appearance_take_back((SELECT min(public_id) FROM appearance)); END $$",
    "remove a revision": "DELETE FROM revision",
    "publish": "INSERT INTO publication (public_id, version, finding_id, number, content, manifest_sha256, "
    f"journal_head, published_by_id, published_at) VALUES ('p', 1, (SELECT id FROM finding), 2, '', '', '', {BEN}, 1)",
    "change a publication": "UPDATE publication SET content = 'x'",
    "correct": "INSERT INTO correction (public_id, version, publication_id, severity, reason, corrected_by_id, "
    f"corrected_at) VALUES ('k', 1, (SELECT id FROM publication), 'typo', 'x', {BEN}, 1)",
    "change a finding": "UPDATE finding SET note = 'x'",
    "remove a finding": "DELETE FROM finding",
    "change the journal": "UPDATE journal SET actor = 'x'",
    "change a row of the journal": "UPDATE journal SET after = before WHERE sequence = 1",
    "shorten the journal": "DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)",
    "empty the journal": "TRUNCATE journal",
    "choose the actor": "INSERT INTO journal (action, group_id, reverses, entity, public_id, claim, payload_version, "
    "actor) VALUES ('claim.added', 'g', '', 'claim', 'c', '', 2, 'somebody')",
    "choose the sequence": "INSERT INTO journal (action, group_id, reverses, entity, public_id, claim, "
    "payload_version, sequence) VALUES ('claim.added', 'g', '', 'claim', 'c', '', 2, 1)",
    "choose the instant": "INSERT INTO journal (action, group_id, reverses, entity, public_id, claim, "
    "payload_version, at) VALUES ('claim.added', 'g', '', 'claim', 'c', '', 2, 1)",
    "choose the hash": "INSERT INTO journal (action, group_id, reverses, entity, public_id, claim, payload_version, "
    "hash) VALUES ('claim.added', 'g', '', 'claim', 'c', '', 2, '')",
    "write into another's group": "INSERT INTO journal (action, group_id, reverses, entity, public_id, claim, "
    "payload_version) SELECT 'claim.added', group_id, '', 'claim', 'c', '', 2 FROM journal WHERE sequence = 3",
    "replace a row of the journal": "INSERT INTO journal SELECT * FROM journal WHERE sequence = 1 "
    "ON CONFLICT (sequence) DO UPDATE SET actor = 'x'",
    "copy into the journal": "COPY journal FROM PROGRAM 'true'",
    "switch the journal's trigger off": "ALTER TABLE journal DISABLE TRIGGER ALL",
    "drop the journal's trigger": "DROP TRIGGER journal_append ON journal",
    "drop the guard of the journal": "DROP TRIGGER journal_append_only ON journal",
    "exchange the journal's function": "CREATE OR REPLACE FUNCTION journal_append() RETURNS trigger LANGUAGE plpgsql "
    "AS $$ BEGIN RETURN NEW; END $$",
    "exchange who is connected": "CREATE OR REPLACE FUNCTION current_reviewer() RETURNS bigint LANGUAGE sql "
    "AS $$ SELECT 1::bigint $$",
    "switch every trigger off": "SET session_replication_role = replica",
    "switch the policies off": "ALTER TABLE verdict DISABLE ROW LEVEL SECURITY",
    "add a policy": "CREATE POLICY mine ON verdict USING (true)",
    "add a column": "ALTER TABLE verdict ADD COLUMN x text",
    "drop a table": "DROP TABLE verdict CASCADE",
    "make a table": "CREATE TABLE x (y text)",
    "make a schema": "CREATE SCHEMA x",
    "make a function": "CREATE FUNCTION x() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$",
    "make a temporary table": "CREATE TEMPORARY TABLE verdict (x text)",
    "make a trigger": "CREATE TRIGGER x BEFORE INSERT ON verdict EXECUTE FUNCTION journal_append()",
    "make an extension": "CREATE EXTENSION pgcrypto",
    "change one's role": "UPDATE reviewer SET role = 'admin' WHERE login = 'ben'",
    "take another's login": "UPDATE reviewer SET login = 'ben' WHERE login = 'cid'",
    "bring somebody in": "INSERT INTO reviewer (public_id, version, name, login, role, joined_at) "
    "VALUES ('r', 1, 'x', 'x', 'admin', 1)",
    "remove somebody": "DELETE FROM reviewer",
    "change a scale": "UPDATE scale SET name = 'x'",
    "change a rating": "UPDATE rating SET label = 'True' WHERE slug = 'false'",
    "add a rating": "INSERT INTO rating (public_id, version, scale_id, slug, label, definition, averitec, position) "
    "VALUES ('x', 1, (SELECT min(id) FROM scale), 'x', 'X', '', '', 9)",
    "change the desk": "UPDATE desk SET name = 'x', second_share = 0",
    "change what a queue takes": "UPDATE queue SET takes = 'x'",
    "make a queue": "INSERT INTO queue (public_id, version, name, takes, orders) VALUES ('q', 1, 'x', '', '[]')",
    "remove a queue": "DELETE FROM queue",
    "change an article's text": "UPDATE revision SET text = 'x'",
    "change where a claim stands": "UPDATE appearance SET exact = 'x'",
    "let a claim stand on words that its text has not": "UPDATE appearance SET exact = 'x' "
    f"WHERE claim_id = {claim(7)}",
    "let a claim stand on other words than it says": f'UPDATE appearance SET "end" = "end" - 1 WHERE claim_id = {claim(7)}',
    "let a claim stand behind its text": 'UPDATE appearance SET "start" = 9999, "end" = 9999, exact = \'\' '
    f"WHERE claim_id = {claim(7)}",
    "let a claim stand in another text": f"UPDATE appearance SET revision_id = NULL WHERE claim_id = {claim(7)}",
    "give a claim the place of another": f"UPDATE appearance SET claim_id = {claim(1)} WHERE claim_id = {claim(7)}",
    "change the place of a published claim": f"UPDATE appearance SET prefix = 'x' WHERE claim_id = {claim(6)}",
    "remove a place": "DELETE FROM appearance",
    "exchange what guards the words": "CREATE OR REPLACE FUNCTION claim_words_stand() RETURNS trigger "
    "LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "change the version of the tables": "UPDATE alembic_version SET version_num = '9999'",
    "set a sequence back": "SELECT setval('verdict_id_seq', 1)",
    "restart a sequence": "ALTER SEQUENCE verdict_id_seq RESTART",
    "become the owner": "SET ROLE desk_owner",
    "become an admin": "SET ROLE desk_admin",
    "become an editor": "SET ROLE desk_editor",
    "become somebody else": "SET SESSION AUTHORIZATION cid",
    "become the server's owner": "SET SESSION AUTHORIZATION keeper",
    "join the admins": "GRANT desk_admin TO ben",
    "join the owners": "GRANT desk_owner TO ben",
    "be admitted as admin": "SELECT team_admit('ben', 'admin')",
    "make a login": "CREATE ROLE mallory LOGIN SUPERUSER",
    "change another's password": "ALTER ROLE cid PASSWORD 'x'",
    "read the passwords": "SELECT rolpassword FROM pg_authid",
    "read a file of the server": "SELECT pg_read_file('/etc/passwd')",
    "end another's session": "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'keeper'",
    "take the database": "ALTER DATABASE desk OWNER TO ben",
    "lock everybody out": "LOCK TABLE claim IN ACCESS EXCLUSIVE MODE",
    "empty a table": "TRUNCATE verdict CASCADE",
    "empty the queues": "TRUNCATE place, lease",
    "call somebody from another's comment": "INSERT INTO mention (public_id, version, comment_id, reviewer_id) "
    f"VALUES ('m', 1, (SELECT id FROM comment), {BEN})",
    "read a verdict before one's own as if it were decided": f"UPDATE verdict SET round = 2 WHERE claim_id = {claim(3)}",
    "say that a verdict was not blind": f"UPDATE verdict SET blind = NOT blind WHERE reviewer_id = {BEN}",
    "change the rule of second review": "UPDATE desk SET second_ratings = '[]', second_legal = false",
    "hand a claim in for another": f"INSERT INTO skip (public_id, version, claim_id, reason, note, reviewer_id, "
    f"skipped_at) VALUES ('s', 1, {claim(5)}, 'opinion', '', {CID}, 1)",
    "change an article": "UPDATE article SET title = 'x'",
    "change where a source stands": "UPDATE source SET url = 'https://x'",
    "clean up": "DROP OWNED BY desk_owner",
}


def test_every_attack_of_a_reviewer_is_refused(team: dict[str, Engine], server: ServerDesk) -> None:
    before, got_through = rows(server), []
    with server.cluster.connect(server.name, "ben") as raw:
        for name, statement in ATTACKS.items():
            if not refused(raw, statement):
                got_through.append(name)
    assert got_through == []
    assert rows(server) == before
    with reading(team["ana"]) as connection:
        assert list(verify(connection)) == []


def refused(raw: Raw, statement: str) -> bool:
    """Say whether the server refuses a statement or finds no row that it may touch; what it did is taken back."""
    raw.execute("BEGIN")
    try:
        return raw.execute(statement.encode()).rowcount == 0
    except (errors.InsufficientPrivilege, errors.RaiseException):
        return True
    finally:
        raw.execute("ROLLBACK")


def test_the_words_of_a_claim_are_a_reviewers_until_others_decide(team: dict[str, Engine], server: ServerDesk) -> None:
    assert set(team) >= {"ben", "eve"}
    words = "UPDATE claim SET statement = 'x' WHERE id = {}"
    shorter = (
        'UPDATE appearance SET "end" = "end" - 1, exact = substr(revision.text, "start" + 1, "end" - 1 - "start") '
        f"FROM revision WHERE revision.id = revision_id AND claim_id = {claim(7)}"
    )
    with server.cluster.connect(server.name, "ben") as ben, server.cluster.connect(server.name, "eve") as eve:
        assert [refused(ben, words.format(claim(number))) for number in range(1, 8)] == [
            *(True, False, True, False, False, True, False)
        ]
        assert [refused(eve, words.format(claim(number))) for number in range(1, 8)] == [
            *(False, False, False, False, False, True, False)
        ]
        assert not refused(ben, shorter)


def test_an_editor_can_not_sign_off_own_work_in_anothers_name(team: dict[str, Engine], server: ServerDesk) -> None:
    with team["eve"].begin() as connection:
        rating = {"claim": 5, "by": "eve"}
        connection.execute(
            text(
                "INSERT INTO verdict (public_id, version, claim_id, rating_id, rationale, reviewer_id, recorded_at, round) "
                f"VALUES ('v', 1, {claim(5)}, {RATING}, 'x', current_reviewer(), 1, 1)"
            ),
            rating,
        )
    signing = (
        "INSERT INTO finding (public_id, version, claim_id, verdict_id, signed_off_by_id, signed_off_at, note) "
        f"VALUES ('f', 1, {claim(5)}, (SELECT id FROM verdict WHERE claim_id = {claim(5)}), {{by}}, 1, '')"
    )
    with server.cluster.connect(server.name, "eve") as raw:
        assert refused(raw, signing.format(by="current_reviewer()"))
        assert refused(raw, signing.format(by=CID))
        assert refused(raw, f"UPDATE finding SET signed_off_by_id = {CID}")
        assert refused(raw, "UPDATE reviewer SET role = 'admin' WHERE login = 'eve'")


def seen(raw: Raw, number: int) -> list[int]:
    """Count the verdicts on a claim, and the journal's entries about them, that a login sees."""
    queries = (
        f"SELECT count(*) FROM verdict WHERE claim_id = {claim(number)}",
        f"SELECT count(*) FROM journal JOIN claim ON claim.public_id = claim WHERE entity = 'verdict' AND number = {number}",
    )
    found = [raw.execute(query.encode()).fetchone() for query in queries]
    return [int(str(row[0])) for row in found if row is not None]


@pytest.mark.usefixtures("team")
def test_the_first_verdict_stays_unseen_until_the_second_is_given(server: ServerDesk) -> None:
    with server.cluster.connect(server.name, "ben") as ben, server.cluster.connect(server.name, "cid") as cid:
        assert (seen(ben, 1), seen(cid, 1)) == ([1, 1], [1, 1])
        assert (seen(ben, 3), seen(cid, 3)) == ([0, 0], [1, 1])
        ben.execute(
            "INSERT INTO verdict (public_id, version, claim_id, rating_id, rationale, reviewer_id, recorded_at, round) "
            f"VALUES ('v', 1, {claim(3)}, {RATING}, 'x', current_reviewer(), 1, 1)".encode()
        )
        assert seen(ben, 3) == [2, 1]
        ben.execute(b"UPDATE verdict SET retracted_at = 1 WHERE public_id = 'v'")
        assert seen(ben, 3) == [1, 0]


@pytest.mark.usefixtures("team")
def test_an_entry_bears_the_name_of_the_login_and_the_instant_of_the_server(server: ServerDesk) -> None:
    with server.cluster.connect(server.name, "ben") as raw:
        raw.execute(
            b"INSERT INTO journal (action, group_id, reverses, entity, public_id, claim, payload_version) "
            b"VALUES ('claim.added', 'mine', '', 'claim', 'c', '', 2)"
        )
        row = raw.execute(
            b"SELECT actor = (SELECT public_id FROM reviewer WHERE login = 'ben'), "
            b"abs(at - extract(epoch FROM now()) * 1000000) < 60000000, sequence = (SELECT max(sequence) FROM journal) "
            b"FROM journal WHERE group_id = 'mine'"
        ).fetchone()
    assert row == (True, True, True)


def test_who_is_no_person_of_the_desk_writes_nothing(server: ServerDesk) -> None:
    with (
        server.cluster.connect(server.name) as raw,
        pytest.raises(errors.InsufficientPrivilege, match="the login keeper is nobody's at this desk"),
    ):
        raw.execute(
            b"INSERT INTO journal (action, group_id, reverses, entity, public_id, claim, payload_version) "
            b"VALUES ('claim.added', 'mine', '', 'claim', 'c', '', 2)"
        )


@pytest.mark.parametrize("name", ["", "x" * 41, "harbour"])
def test_a_tag_has_a_form_past_the_program_too(team: dict[str, Engine], server: ServerDesk, name: str) -> None:
    assert "ben" in team
    tag = "INSERT INTO tag (public_id, version, claim_id, name) SELECT %s, 1, id, %s FROM claim WHERE number = 1"
    with server.cluster.connect(server.name, "ben") as raw:
        raw.execute(tag.encode(), ("t", "harbour"))
        with pytest.raises((errors.CheckViolation, errors.UniqueViolation)):
            raw.execute(tag.encode(), ("u", name))


def test_a_tag_that_was_set_past_the_program_is_named(team: dict[str, Engine], server: ServerDesk) -> None:
    with server.cluster.connect(server.name, "ben") as raw:
        raw.execute(
            "INSERT INTO tag (public_id, version, claim_id, name) SELECT 't', 1, id, 'harbour' FROM claim WHERE number = 1"
        )
    with reading(team["ana"]) as connection:
        assert [str(finding.what) for finding in verify(connection)] == ["the journal does not know it"]
