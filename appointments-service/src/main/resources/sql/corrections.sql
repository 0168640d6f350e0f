-- name: put
-- Visits of which something may have been said before this change. A second change before the first was decided waits anew.
INSERT INTO correction (clinic_id, appointment_id, changed_at, look_at)
SELECT a.clinic_id, a.appointment_id, :now, :lookAt
FROM appointment a JOIN clinic c USING (clinic_id)
WHERE (a.clinic_id, a.appointment_id) IN {appointments/asked} AND a.erased_at IS NULL
  AND c.channel <> 'NONE' AND c.corrections IN ('ALL', CASE WHEN a.cancelled THEN 'CANCELLED' ELSE 'MOVED' END)
  AND EXISTS (
      SELECT FROM reminder r
      WHERE r.clinic_id = a.clinic_id AND r.appointment_id = a.appointment_id AND r.appointment_version < a.plan_version
        AND (r.published_at IS NOT NULL OR r.generation > 0 OR r.withdrawn_because = 'SENT_BY_HAND'))
ORDER BY a.clinic_id, a.appointment_id
ON CONFLICT (clinic_id, appointment_id) DO UPDATE SET changed_at = excluded.changed_at, look_at = excluded.look_at

-- name: hold
-- What the new plan has at once, or soon, waits in the queue until it is known whether a correction says the same. Only the queue
-- row is touched: the reminder is due when it is due, and a while before it is worthless it leaves whatever is known by then.
UPDATE reminder_due d
SET due_at = greatest(d.due_at, least(:until, r.send_before - :lead * interval '1 millisecond'))
FROM correction k JOIN appointment a USING (clinic_id, appointment_id) JOIN reminder r USING (clinic_id, appointment_id)
WHERE (k.clinic_id, k.appointment_id) IN {appointments/asked} AND r.appointment_version = a.plan_version
  AND d.reminder_id = r.reminder_id AND d.due_at < :until

-- name: has-email
-- Of the visit a: an address that its patient has not opted out of.
(a.email IS NOT NULL AND a.opted_out NOT LIKE '%EMAIL%')

-- name: claim
-- The visit is held too: whoever would move it meanwhile waits, and its next change is looked at by itself. What somebody else
-- holds is skipped, so this never waits for anybody.
SELECT a.appointment_id, a.clinic_id, a.plan_version, a.cancelled, a.starts_at, k.changed_at,
    CASE WHEN c.channel = 'NONE' THEN 'NONE' ELSE c.corrections END AS corrections, c.zone, c.quiet_from, c.quiet_to,
    {has-email} AS has_email, {has-email} AND (c.channel = 'EMAIL' OR c.fallback <> 'NONE') AS mails
FROM correction k
JOIN appointment a USING (clinic_id, appointment_id)
JOIN clinic c USING (clinic_id)
WHERE k.look_at <= :now
ORDER BY k.look_at
LIMIT :most
FOR UPDATE OF k, a SKIP LOCKED

-- name: lock-queue
-- What the publisher has in its hands is waited for: what it published counts.
SELECT d.reminder_id FROM reminder_due d JOIN reminder r USING (reminder_id)
WHERE (r.clinic_id, r.appointment_id) IN {appointments/asked}
ORDER BY d.reminder_id FOR UPDATE OF d

-- name: messages
-- What may have been said of these visits, the oldest first, and what should have been: a reminder of an earlier version that fell due
-- after its visit changed was never sent. One that was planned at once repeats an earlier one. The reminder's own word hides what
-- dispatchers said since it was withdrawn, so their last word is asked for: the first column of the history's key finds it.
SELECT r.clinic_id, r.appointment_id, r.appointment_version, r.kind, r.starts_at, r.possible_duplicate,
    r.withdrawn_because = 'SENT_BY_HAND' IS TRUE AS by_hand,
    (r.channel = 'EMAIL' AND r.withdrawn_because IS DISTINCT FROM 'SENT_BY_HAND') IS TRUE AS by_email,
    r.published_at IS NOT NULL OR r.generation > 0 AS published,
    (SELECT h.what FROM reminder_history h WHERE h.reminder_id = r.reminder_id
     ORDER BY h.generation DESC, h.sequence DESC LIMIT 1) AS reported
FROM reminder r JOIN appointment a USING (clinic_id, appointment_id)
WHERE (r.clinic_id, r.appointment_id) IN {appointments/asked}
  AND (r.published_at IS NOT NULL OR r.generation > 0 OR r.withdrawn_because = 'SENT_BY_HAND'
       OR r.appointment_version < a.plan_version AND r.kind = 'reminder' AND r.state <> 'DROPPED'
         AND r.withdrawn_because IN ('MOVED', 'CANCELLED') AND r.due_at > r.planned_at AND r.due_at <= :now)
ORDER BY r.appointment_version, r.due_at, r.reminder_id

-- name: add
-- A correction is a message like a reminder, due now. Deciding twice adds it once.
WITH decided AS (
    SELECT * FROM unnest(
        :reminderIds::uuid[], :appointmentIds::text[], :versions::bigint[], :clinicIds::text[], :keys::text[], :kinds::text[], :starts::timestamptz[], :sendBefores::timestamptz[],
        :byEmails::boolean[])
        AS d (reminder_id, appointment_id, appointment_version, clinic_id, rule, kind, starts_at, send_before, by_email)),
added AS (
    INSERT INTO reminder (reminder_id, appointment_id, appointment_version, clinic_id, rule, kind, starts_at, send_before, by_email,
                          due_at, planned_at, planned_by, state)
    SELECT reminder_id, appointment_id, appointment_version, clinic_id, rule, kind, starts_at, send_before, by_email, :now, :now, :plannedBy, 'SCHEDULED'
    FROM decided
    ON CONFLICT (reminder_id) DO NOTHING
    RETURNING reminder_id, clinic_id, due_at)
INSERT INTO reminder_due (reminder_id, clinic_id, due_at)
SELECT reminder_id, clinic_id, due_at FROM added

-- name: withdraw-said-already
-- Their patients know what these would say. Withdrawn as well, so that no planning anew brings them back; nobody is told of
-- it, because they never left. The clinic sees them as cancelled, and why.
WITH unqueued AS (
    DELETE FROM reminder_due d
    USING reminder r JOIN appointment a USING (clinic_id, appointment_id)
    WHERE d.reminder_id = r.reminder_id AND (r.clinic_id, r.appointment_id) IN {appointments/asked}
      AND r.appointment_version = a.plan_version AND r.kind = 'reminder' AND r.due_at <= :dueBy
    RETURNING d.reminder_id)
UPDATE reminder
SET state = 'CANCELLED', withdrawn_at = :now, withdrawn_because = 'SAID_ALREADY'
FROM unqueued
WHERE reminder.reminder_id = unqueued.reminder_id AND reminder.withdrawn_at IS NULL

-- name: let-go
UPDATE reminder_due d SET due_at = r.due_at FROM reminder r
WHERE d.reminder_id = r.reminder_id AND (r.clinic_id, r.appointment_id) IN {appointments/asked}
  AND d.due_at > r.due_at

-- name: look-again
UPDATE correction SET look_at = later.look_at
FROM unnest(:clinicIds::text[], :appointmentIds::text[], :lookAts::timestamptz[]) AS later (clinic_id, appointment_id, look_at)
WHERE correction.clinic_id = later.clinic_id AND correction.appointment_id = later.appointment_id

-- name: forget
DELETE FROM correction WHERE (clinic_id, appointment_id) IN {appointments/asked}
