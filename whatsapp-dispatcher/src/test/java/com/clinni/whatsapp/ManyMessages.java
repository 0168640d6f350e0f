package com.clinni.whatsapp;

import jakarta.enterprise.context.ApplicationScoped;

/** Thousands of messages that wait, written straight into the table. */
@ApplicationScoped
public class ManyMessages {

    private final ServiceDriver scene;

    ManyMessages(ServiceDriver scene) {
        this.scene = scene;
    }

    /**
     * Messages that are prepared and due, of a hundred clinics.
     *
     * @param timeLeft SQL, from now to the deadline of the i-th
     */
    public void gathers(int many, String timeLeft) {
        scene.update(
                "INSERT INTO message (reminder_id, generation, state, changed_at, sequence, line,"
                    + " appointment_id, appointment_version, clinic_id, due_at, send_before,"
                    + " fallback, fallback_after, chat_id, client_message_id, turn, record_topic,"
                    + " record_partition, record_offset, record_headers, record_value) SELECT"
                    + " gen_random_uuid(), 1, 'WAITING', now(), 1, 'default', 'visit-' || i, 1,"
                    + " 'clinic-' || i % 100, '2030-03-05T11:00:00Z', timestamptz"
                    + " '2030-03-05T12:00:00Z' + "
                        + timeLeft
                        + ", 'EMAIL', '1 hour', 'x', gen_random_uuid()::text, i / 100, 't', 0, i,"
                        + " '', '' FROM generate_series(1, ?) AS i",
                many);
    }
}
