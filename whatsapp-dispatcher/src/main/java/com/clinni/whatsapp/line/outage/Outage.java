package com.clinni.whatsapp.line.outage;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** An interval in which a line could not send, as it is read; it is written with the line's row. */
@Entity(name = "outage")
@Immutable
@IdClass(Outage.Key.class)
public class Outage extends PanacheEntityBase {

    record Key(String line, Instant beganAt) {}

    @Id public String line;

    @Id
    @Column(name = "began_at")
    public Instant beganAt;

    @Column(name = "ended_at")
    public Instant endedAt;

    public String cause;

    /** The outages that touch the interval, oldest first. */
    public static List<Outage> between(Instant from, Instant to) {
        return list(
                "beganAt < ?2 and (endedAt is null or endedAt > ?1) order by beganAt, line",
                from,
                to);
    }
}
