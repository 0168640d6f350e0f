package com.clinni.whatsapp.send;

import com.clinni.platform.access.Caller;
import com.clinni.platform.access.CurrentCaller;
import com.clinni.testbed.clock.MutableClock;
import com.clinni.testbed.infrastructure.DatabaseAdmin;
import com.clinni.testbed.infrastructure.KafkaAndPostgres;
import com.clinni.testbed.infrastructure.RowSecurity;
import com.clinni.whatsapp.HerdProfile;
import com.clinni.whatsapp.ManyMessages;
import com.clinni.whatsapp.ServiceDriver;
import com.clinni.whatsapp.SimulatedGateways;
import com.clinni.whatsapp.line.Lines;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Claiming messages one by one, which is what a dispatched message asks of PostgreSQL before it
 * leaves, with row-level security beside the same without: make bench.
 */
@QuarkusTest
@TestProfile(HerdProfile.class)
@WithTestResource(KafkaAndPostgres.class)
@WithTestResource(SimulatedGateways.class)
class RowSecurityBenchmark {

    private static final Logger LOG = Logger.getLogger(RowSecurityBenchmark.class);
    private static final Caller LOOP = Caller.thisService("dispatch");
    private static final int ROUNDS = 5;
    private static final int WAITING = 20_000;
    private static final int CLAIMS = 1_000;

    @Inject Claims claims;
    @Inject Lines lines;
    @Inject ServiceDriver scene;
    @Inject ManyMessages crowd;
    @Inject MutableClock clock;
    @Inject AgroalDataSource pool;

    @Test
    void dispatching() {
        var interceptors = List.copyOf(pool.getPoolInterceptors());
        for (var round = 0; round < ROUNDS; round++) {
            LOG.infof("%d: %,d claims a second with row-level security", round, rate());
            RowSecurity.lift();
            pool.setPoolInterceptors(List.of());
            pool.flush(FlushMode.GRACEFUL);
            LOG.infof("%d: %,d claims a second without", round, rate());
            RowSecurity.restore();
            pool.setPoolInterceptors(interceptors);
            pool.flush(FlushMode.GRACEFUL);
        }
    }

    private long rate() {
        scene.begin();
        crowd.gathers(WAITING, "interval '20 hours'");
        DatabaseAdmin.execute("ANALYZE message");
        var line = lines.named("default").orElseThrow();
        var begun = System.nanoTime();
        for (var i = 0; i < CLAIMS; i++) {
            clock.advance(Duration.ofMillis(150));
            CurrentCaller.run(LOOP, () -> claims.claim(line, 1, clock.instant()));
        }
        return CLAIMS * 1_000_000_000L / (System.nanoTime() - begun);
    }
}
