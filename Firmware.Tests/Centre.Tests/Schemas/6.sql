-- The centre's store. What a unit said is kept as it said it; incident, drill and epoch are what the centre made of it, in the same transaction.

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    unit TEXT NOT NULL,
    about TEXT,                         -- the last payload of each kind
    state TEXT,                         -- the state of the present session
    snapshot TEXT,
    epoch INTEGER,                      -- of the last snapshot, else of the first record
    pulse_l INTEGER,                    -- the greatest total by the pulse meter that it told of, L
    seal_key BLOB,                      -- the key by which it signs its reports; null where the desk does not have it
    first_heard_at INTEGER NOT NULL,    -- Unix seconds, the centre's clock; so is every *_at that a unit did not say
    heard_at INTEGER NOT NULL,
    retired_at INTEGER,                 -- when somebody said that it was taken away; null while it is meant to report
    retired_by TEXT,
    UNIQUE (site, unit)
);

-- The highest session of each epoch in which a unit's sessions were ever numbered.
CREATE TABLE session (
    unit INTEGER NOT NULL REFERENCES unit,
    epoch INTEGER NOT NULL,
    highest INTEGER NOT NULL,
    PRIMARY KEY (unit, epoch)
) WITHOUT ROWID;

CREATE TABLE epoch (
    unit INTEGER NOT NULL REFERENCES unit,
    epoch INTEGER NOT NULL,
    up_to INTEGER NOT NULL,             -- every id up to it is stored here, was stored before, or will never come
    started_at_seq INTEGER NOT NULL,    -- the snapshot's oldest when this store first heard of the epoch: ids below are not here
    PRIMARY KEY (unit, epoch)
) WITHOUT ROWID;

-- Every durable message, once.
CREATE TABLE record (
    unit INTEGER NOT NULL REFERENCES unit,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,                 -- the topic: alarm, drill, inspection, visit, reply
    stored_at INTEGER NOT NULL,
    payload TEXT NOT NULL,              -- as JSON
    raw BLOB,                           -- the bytes as they came, of what came as CBOR
    incident INTEGER REFERENCES incident, -- what it tells of; null where it is no transition of a fault
    PRIMARY KEY (unit, epoch, seq)
) WITHOUT ROWID;
CREATE INDEX record_of_incident ON record (incident) WHERE incident IS NOT NULL;
CREATE INDEX record_of_kind ON record (kind, stored_at);

-- One fault from its raise to its end: (unit, epoch, code, occurrence). An area's incident (610) has no unit and the centre's own epoch 0.
CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    unit INTEGER REFERENCES unit,
    site TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    code INTEGER NOT NULL,
    occurrence INTEGER NOT NULL,
    name TEXT NOT NULL,
    level INTEGER NOT NULL,
    raised_seq INTEGER,                 -- null while no `raised` record of it has come
    last_seq INTEGER NOT NULL,
    onset_at INTEGER, onset_boot INTEGER NOT NULL, onset_ms INTEGER NOT NULL,
    confirmed_at INTEGER, confirmed_boot INTEGER NOT NULL, confirmed_ms INTEGER NOT NULL,
    sent_at INTEGER, sent_boot INTEGER NOT NULL, sent_ms INTEGER NOT NULL,
    stored_at INTEGER NOT NULL,
    evidence TEXT NOT NULL,
    part TEXT NOT NULL,
    historical INTEGER NOT NULL,
    ended_at INTEGER,                   -- when it was cleared, by the unit's clock where it has one
    ended_by TEXT,                      -- record, later, snapshot, epoch, heard, retired; null while it is open
    answered_at INTEGER,                -- when somebody first took it on, at the desk or at the enclosure
    answered_by TEXT,                   -- the desk's name for them, else `by` as the unit's record has it
    hushed_at INTEGER                   -- when the unit said that the centre has taken it on, though this desk had not: it tells it no more
);
CREATE UNIQUE INDEX incident_name ON incident (coalesce(unit, 0), site, epoch, code, occurrence);
CREATE INDEX incident_open ON incident (ended_by, unit) WHERE ended_by IS NULL;
CREATE INDEX incident_of_area ON incident (stored_at) WHERE unit IS NULL;
-- What a clock reading of a boot may still date.
CREATE INDEX incident_onset_undated ON incident (unit, epoch, onset_boot) WHERE onset_at IS NULL;
CREATE INDEX incident_confirmed_undated ON incident (unit, epoch, confirmed_boot) WHERE confirmed_at IS NULL;
CREATE INDEX incident_sent_undated ON incident (unit, epoch, sent_boot) WHERE sent_at IS NULL;

-- Names that an incident had in other epochs of its unit: a late record of one is still of this incident.
CREATE TABLE former_name (
    unit INTEGER NOT NULL REFERENCES unit,
    epoch INTEGER NOT NULL,
    code INTEGER NOT NULL,
    occurrence INTEGER NOT NULL,
    incident INTEGER NOT NULL REFERENCES incident,
    PRIMARY KEY (unit, epoch, code, occurrence)
) WITHOUT ROWID;

CREATE TABLE silence (
    incident INTEGER NOT NULL REFERENCES incident,
    unit INTEGER NOT NULL REFERENCES unit,
    since_at INTEGER NOT NULL,
    heard_at INTEGER,                   -- null while it is silent
    PRIMARY KEY (incident, unit)
) WITHOUT ROWID;
CREATE INDEX silence_now ON silence (heard_at, unit) WHERE heard_at IS NULL;

CREATE TABLE acknowledgement (
    id INTEGER PRIMARY KEY,
    incident INTEGER NOT NULL REFERENCES incident,
    who TEXT NOT NULL,
    case_number TEXT NOT NULL,
    arrive_at INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    sent_at INTEGER,                    -- null until it was handed to the broker
    confirmed_at INTEGER                -- null until the unit's own `acknowledged` record came
);
CREATE INDEX acknowledgement_of_incident ON acknowledgement (incident);

-- What the desk knows of an incident besides its acknowledgement: each starts clocks of some contracts. The first of a kind holds.
CREATE TABLE step (
    incident INTEGER NOT NULL REFERENCES incident,
    what TEXT NOT NULL,                 -- phone-failed, remote-failed, arrived, complete
    who TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (incident, what)
) WITHOUT ROWID;

-- How many steps of the escalation the desk itself has told of an incident that no unit repeats.
CREATE TABLE told (
    incident INTEGER PRIMARY KEY REFERENCES incident,
    steps INTEGER NOT NULL
);

CREATE TABLE drill (
    unit INTEGER NOT NULL REFERENCES unit,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    onset_at INTEGER,
    stored_at INTEGER NOT NULL,
    PRIMARY KEY (unit, epoch, seq)
) WITHOUT ROWID;

-- Codes given to water users, by which they confirm a visit at the unit.
CREATE TABLE visit_code (
    unit INTEGER NOT NULL REFERENCES unit,
    code INTEGER NOT NULL,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (unit, code)
) WITHOUT ROWID;

-- What was not taken, newest 1,000; all are counted.
CREATE TABLE refused (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    topic TEXT NOT NULL,
    english TEXT NOT NULL,
    chinese TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    payload BLOB NOT NULL               -- its first 4,096 bytes
);

CREATE TABLE refusals (count INTEGER NOT NULL);
INSERT INTO refusals VALUES (0);
