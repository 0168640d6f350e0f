package com.clinni.fallback.deadletter;

import com.clinni.events.Cause;
import com.clinni.events.Channel;
import com.clinni.events.DeliveryState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A message that died, as support staff may see it. Read only; contact data is not mapped. */
@Entity
@Immutable
@Table(name = "message")
class DeadLetter {

    @Id UUID id;

    @Column(name = "record_topic")
    String topic;

    @Column(name = "reminder_id")
    UUID reminderId;

    @Column(name = "appointment_id")
    String appointmentId;

    @Column(name = "clinic_id")
    String clinicId;

    int generation;

    @Column(name = "send_before")
    Instant sendBefore;

    @Column(name = "died_of")
    @Enumerated(EnumType.STRING)
    Cause diedOf;

    String field;

    @Column(name = "died_at")
    Instant diedAt;

    @Enumerated(EnumType.STRING)
    DeliveryState state;

    @Enumerated(EnumType.STRING)
    Channel channel;

    @Enumerated(EnumType.STRING)
    Cause cause;

    @Column(name = "possible_duplicate")
    boolean possibleDuplicate;
}
