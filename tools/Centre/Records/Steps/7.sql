-- From version 6 to 7: a session whose will has come is over, and one that is not may still be the unit's (Decisions/0180). Of sessions that were left before nothing more is expected.

ALTER TABLE session ADD COLUMN over INTEGER NOT NULL DEFAULT 1;
ALTER TABLE session ADD COLUMN birth TEXT;
ALTER TABLE session ADD COLUMN born INTEGER NOT NULL DEFAULT 0;

UPDATE session SET over = 0, birth = unit.state FROM unit
    WHERE unit.id = session.unit AND json_extract(unit.state, '$.online') AND json_extract(unit.state, '$.epoch') = session.epoch AND json_extract(unit.state, '$.session') = session.highest;
