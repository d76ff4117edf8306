-- From version 4 to 5: a session is named with its epoch (Decisions/0145). A state was counted in the epoch of the unit's ids; one that was put aside is told again by the next connect.

CREATE TABLE session (
    unit INTEGER NOT NULL REFERENCES unit,
    epoch INTEGER NOT NULL,
    highest INTEGER NOT NULL,
    PRIMARY KEY (unit, epoch)
) WITHOUT ROWID;

INSERT INTO session SELECT id, epoch, json_extract(state, '$.session') FROM unit WHERE epoch IS NOT NULL AND state IS NOT NULL;
UPDATE unit SET state = CASE WHEN epoch IS NOT NULL THEN json_set(state, '$.epoch', epoch) END;
ALTER TABLE unit DROP COLUMN held;
