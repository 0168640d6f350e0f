package com.clinni.whatsapp.erasure;

import com.clinni.platform.access.ActsForService;
import com.clinni.platform.database.Database;
import com.clinni.platform.database.Sql;
import com.clinni.platform.retention.RetentionConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

/** Opt-outs whose number nothing else holds any more: they stand by a digest from then on. */
@ApplicationScoped
class OldOptOutLoop {

    private static final Sql OLD_OPT_OUTS = Sql.named("erasure/old-opt-outs");

    private final Database database;
    private final PhoneDigests digests;
    private final RetentionConfig retention;
    private final Clock clock;

    OldOptOutLoop(Database database, PhoneDigests digests, RetentionConfig retention, Clock clock) {
        this.database = database;
        this.digests = digests;
        this.retention = retention;
        this.clock = clock;
    }

    @ActsForService("digest-old-opt-outs")
    @Scheduled(
            identity = "digest-old-opt-outs",
            every = "${retention.every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void digestOldOptOuts() {
        var before =
                clock.instant().atOffset(ZoneOffset.UTC).minus(retention.contactData()).toInstant();
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                digests.replace(
                                        database.query(
                                                OLD_OPT_OUTS,
                                                Map.of("before", before),
                                                row -> row.text("phone"))));
    }
}
