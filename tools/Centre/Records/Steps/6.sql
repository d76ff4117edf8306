-- From version 5 to 6: who answered stands on the incident, a record names its incident, an incident may change its epoch, a unit may be taken away.

ALTER TABLE unit ADD COLUMN retired_at INTEGER;
ALTER TABLE unit ADD COLUMN retired_by TEXT;
ALTER TABLE record ADD COLUMN incident INTEGER REFERENCES incident;
ALTER TABLE incident ADD COLUMN answered_at INTEGER;
ALTER TABLE incident ADD COLUMN answered_by TEXT;
ALTER TABLE incident ADD COLUMN hushed_at INTEGER;

CREATE TABLE former_name (
    unit INTEGER NOT NULL REFERENCES unit,
    epoch INTEGER NOT NULL,
    code INTEGER NOT NULL,
    occurrence INTEGER NOT NULL,
    incident INTEGER NOT NULL REFERENCES incident,
    PRIMARY KEY (unit, epoch, code, occurrence)
) WITHOUT ROWID;

UPDATE record SET incident = (
    SELECT incident.id FROM unit CROSS JOIN incident WHERE unit.id = record.unit AND coalesce(incident.unit, 0) = record.unit AND incident.site = unit.site
        AND incident.epoch = record.epoch AND incident.code = json_extract(payload, '$.code') AND incident.occurrence = json_extract(payload, '$.occurrence'))
    WHERE kind = 'alarm' AND json_extract(payload, '$.event') <> 'lost';

UPDATE incident SET answered_at = told.first_at, answered_by = told.who
    FROM (SELECT incident, min(stored_at) AS first_at, json_extract(payload, '$.by') AS who FROM record
        WHERE incident IS NOT NULL AND json_extract(payload, '$.event') = 'acknowledged' AND coalesce(json_extract(payload, '$.by'), '') <> 'centre' GROUP BY incident) AS told
    WHERE told.incident = incident.id;
UPDATE incident SET answered_at = made.first_at, answered_by = made.who
    FROM (SELECT incident, min(made_at) AS first_at, who FROM acknowledgement GROUP BY incident) AS made
    WHERE made.incident = incident.id AND coalesce(made.first_at <= answered_at, 1);

DROP INDEX incident_open;
CREATE INDEX incident_open ON incident (ended_by, unit) WHERE ended_by IS NULL;
CREATE INDEX incident_of_area ON incident (stored_at) WHERE unit IS NULL;
CREATE INDEX incident_onset_undated ON incident (unit, epoch, onset_boot) WHERE onset_at IS NULL;
CREATE INDEX incident_confirmed_undated ON incident (unit, epoch, confirmed_boot) WHERE confirmed_at IS NULL;
CREATE INDEX incident_sent_undated ON incident (unit, epoch, sent_boot) WHERE sent_at IS NULL;
CREATE INDEX record_of_incident ON record (incident) WHERE incident IS NOT NULL;
CREATE INDEX record_of_kind ON record (kind, stored_at);
CREATE INDEX silence_now ON silence (heard_at, unit) WHERE heard_at IS NULL;
CREATE INDEX acknowledgement_of_incident ON acknowledgement (incident);

-- A moment after the end of a stamp could be shown by no page.
UPDATE incident SET onset_at = min(onset_at, 4294967295), confirmed_at = min(confirmed_at, 4294967295), sent_at = min(sent_at, 4294967295)
    WHERE max(coalesce(onset_at, 0), coalesce(confirmed_at, 0), coalesce(sent_at, 0)) > 4294967295;
